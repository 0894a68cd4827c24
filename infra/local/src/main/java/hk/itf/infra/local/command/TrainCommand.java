package hk.itf.infra.local.command;

import hk.itf.infra.local.LocalStack;
import hk.itf.infra.local.LocalStackException;
import hk.itf.infra.local.Ports;
import hk.itf.infra.local.Service;
import hk.itf.infra.local.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine.Command;

@Command(
        name = "train",
        description = {
            "Starts each service once on temporary data and keeps the classes that it loads in target/start.aot.",
            "Later starts of this build take a third of the processor time. Pays from the fourth start of a build on."
        })
final class TrainCommand implements Runnable {

    private static final Duration START_UP = Duration.ofMinutes(5);

    private final LauncherContext context;

    TrainCommand(LauncherContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        context.runExclusively(() -> {
            var folder = createFolder();
            try (var stack = LocalStack.start(context.project(), new StateFolder(folder), Ports.free())) {
                for (var service : Service.values()) {
                    train(stack, service);
                }
            } finally {
                FileUtils.deleteQuietly(folder.toFile());
            }
        });
    }

    private void train(LocalStack stack, Service service) {
        context.out().printf("%-13s ... ", service.word());
        context.out().flush();
        var process = stack.service(service).startForStartCache();
        process.awaitReady(START_UP);
        process.stopAndWriteStartCache();
        context.out().printf("%d MB%n", process.startCache().toFile().length() >> 20);
    }

    private Path createFolder() {
        try {
            return Files.createTempDirectory(context.state().root(), "training-");
        } catch (IOException e) {
            throw new LocalStackException(
                    "The state folder %s cannot be written. Make it writable or set ITF_STATE to another folder."
                            .formatted(context.state().root()),
                    e);
        }
    }
}
