package hk.itf.infra.endtoend;

import static org.assertj.core.api.Assertions.assertThatCode;

import hk.itf.infra.local.Service;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The services start from what their JVMs remember of an earlier start. It begins before the other tests of the packaged
 * services, which start them two dozen times: every start after it profits.
 */
class StartUpTest {

    @TempDir
    private static Path state;

    @Test
    void aServiceThatWasStartedOnceStartsFromWhatItsJvmRemembers() {
        try (var stack = PackagedServices.toBeStartedIn(state)) {
            stack.rememberStartUps();
            for (var service : Service.values()) {
                stack.service(service).start("-XX:AOTMode=on"); // a JVM that cannot use it ends at once
            }
            for (var service : Service.values()) {
                assertThatCode(() -> stack.service(service).awaitReady(Duration.ofMinutes(2)))
                        .doesNotThrowAnyException();
            }
        }
    }
}
