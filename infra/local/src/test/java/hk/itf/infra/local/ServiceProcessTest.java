package hk.itf.infra.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {

    @TempDir
    Path project;

    @Test
    void saysThatTheServiceIsNotBuilt() {
        assertThatThrownBy(() -> process().start()).hasMessageContaining("The assessment service is not built");
    }

    @Test
    void tellsTheEndOfTheLogWhenTheServiceEndsWhileStarting() throws IOException {
        var jar = project.resolve("assessment-service/target/quarkus-app/quarkus-run.jar");
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "no jar at all");
        try (var process = process()) {
            process.start();

            assertThatThrownBy(() -> process.awaitReady(Duration.ofSeconds(30)))
                    .hasMessageContaining("ended while starting")
                    .hasMessageContaining("Invalid or corrupt jarfile");
            assertThat(process.isAlive()).isFalse();
        }
    }

    @Test
    void takesNoProcessForItsOwnThatDoesNotCarryItsMarks() {
        var pidFile = new PidFile("assessment", new StateFolder(project).prepare());

        pidFile.write(ProcessHandle.current().pid());

        assertThat(pidFile.running()).isEmpty();
    }

    private ServiceProcess process() {
        return new ServiceProcess(
                Service.ASSESSMENT, project, new StateFolder(project.resolve("state")).prepare(), Ports.free());
    }
}
