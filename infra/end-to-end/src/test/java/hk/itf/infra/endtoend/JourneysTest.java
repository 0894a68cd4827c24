package hk.itf.infra.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.endtoend.story.Platform;
import hk.itf.infra.local.LocalStack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tour of {@code infra/docs/tour.md} and every journey of the demo, over one stack of the three packaged services. The
 * tour runs first because its amounts belong to fresh data. After each of them the books are coherent.
 */
@TestMethodOrder(OrderAnnotation.class)
class JourneysTest {

    @TempDir
    private static Path state;

    private static LocalStack stack;
    private static Platform platform;

    @BeforeAll
    static void start() {
        stack = PackagedServices.startIn(state);
        platform = Platform.of(stack);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    @Order(1)
    void printsExpectedOutputOfTour() throws IOException {
        ShellTour.read(PackagedServices.PROJECT.resolve("infra/docs/tour.md"))
                .run(PackagedServices.PROJECT, PackagedServices.environmentOf(stack));
    }

    static List<Journey> journeys() {
        return Journeys.all();
    }

    @ParameterizedTest
    @MethodSource("journeys")
    @Order(2)
    void reachesEndOfJourney(Journey journey) {
        var result = journey.run(platform, System.out::println);
        assertThat(result.failure()).isEmpty();
        assertThat(result.steps()).hasSizeGreaterThanOrEqualTo(3);
    }

    @AfterEach
    void requireCoherentBooks() {
        Books.requireCoherent(platform);
    }
}
