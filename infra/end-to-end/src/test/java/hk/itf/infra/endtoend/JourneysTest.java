package hk.itf.infra.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.endtoend.story.Platform;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tour of {@code infra/docs/tour.md} and every journey of the demo, over the three packaged services. The tour runs first,
 * and in a JVM of the tests before other classes, because its amounts belong to fresh data. After each of them the books are
 * coherent.
 */
@TestMethodOrder(OrderAnnotation.class)
class JourneysTest {

    private static final Platform platform = Platform.of(PackagedServices.running());

    @Test
    @Order(1)
    void printsExpectedOutputOfTour() throws IOException {
        ShellTour.read(PackagedServices.PROJECT.resolve("infra/docs/tour.md"))
                .run(PackagedServices.PROJECT, PackagedServices.environment());
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
