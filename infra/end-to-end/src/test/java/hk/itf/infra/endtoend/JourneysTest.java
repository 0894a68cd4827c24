package hk.itf.infra.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.endtoend.story.Platform;
import hk.itf.infra.local.LocalStack;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every journey of the demo over the three packaged services as processes, and after each the books are coherent. */
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

    static List<Journey> journeys() {
        return Journeys.all();
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void aJourneyReachesItsEnd(Journey journey) {
        var outcome = journey.travel(platform, System.out::println);
        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.steps()).hasSizeGreaterThanOrEqualTo(3);
    }

    @AfterEach
    void theBooksAreCoherent() {
        Books.requireCoherent(platform);
    }
}
