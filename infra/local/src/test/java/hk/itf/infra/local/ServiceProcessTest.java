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
    void refusesToStartServiceThatIsNotBuilt() {
        assertThatThrownBy(() -> process().start()).hasMessageContaining("The assessment service is not built");
    }

    @Test
    void reportsEndOfLogWhenServiceEndsWhileStarting() throws IOException {
        var jar = project.resolve("assessment-service/target/quarkus-app/quarkus-run.jar");
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "not a jar");
        try (var process = process()) {
            process.start();

            assertThatThrownBy(() -> process.awaitReady(Duration.ofSeconds(30)))
                    .hasMessageContaining("ended while it was starting")
                    .hasMessageContaining("Invalid or corrupt jarfile");
            assertThat(process.isAlive()).isFalse();
        }
    }

    @Test
    void refusesTrainingWithoutStartCache() {
        assertThatThrownBy(() -> process().stopAndWriteStartCache())
                .hasMessageContaining("The start cache of the assessment service was not written");
    }

    @Test
    void ignoresProcessWithoutMarks() {
        var pidFile = new PidFile("assessment", new StateFolder(project).prepare());

        pidFile.write(ProcessHandle.current().pid());

        assertThat(pidFile.running()).isEmpty();
    }

    private ServiceProcess process() {
        return new ServiceProcess(
                Service.ASSESSMENT, project, new StateFolder(project.resolve("state")).prepare(), Ports.free());
    }
}
