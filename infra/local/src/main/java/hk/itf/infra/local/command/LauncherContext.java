package hk.itf.infra.local.command;

import hk.itf.infra.local.BusinessClockFile;
import hk.itf.infra.local.LocalStackException;
import hk.itf.infra.local.PidFile;
import hk.itf.infra.local.Ports;
import hk.itf.infra.local.Service;
import hk.itf.infra.local.StateFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * The settings that all commands share.
 *
 * @param project the root folder of the checkout, absolute
 * @param environment the environment variables that choose the state folder and the ports
 * @param out receives the results of commands
 */
record LauncherContext(Path project, Map<String, String> environment, PrintStream out) {

    /** Name of the process that runs PostgreSQL, Kafka and the token issuer. */
    static final String STACK = "stack";

    LauncherContext {
        project = project.toAbsolutePath().normalize();
    }

    StateFolder state() {
        return StateFolder.of(project, environment);
    }

    /** @throws LocalStackException if a variable does not hold a port */
    Ports ports() {
        return Ports.from(environment);
    }

    PidFile stack() {
        return new PidFile(STACK, state());
    }

    PidFile pidFile(Service service) {
        return new PidFile(service.word(), state());
    }

    BusinessClockFile clock() {
        return new BusinessClockFile(state().clockOffset());
    }

    /**
     * Runs the work while this process holds the lock of the state folder.
     *
     * @throws LocalStackException if another command holds the lock
     */
    void runExclusively(Runnable work) {
        var root = state().root();
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw unwritable(root, e);
        }
        try (var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                throw new LocalStackException(
                        "Another ./itf command is starting or stopping this stack. Wait until it has finished.");
            }
            work.run();
        } catch (IOException e) {
            throw unwritable(root, e);
        }
    }

    private static LocalStackException unwritable(Path root, IOException e) {
        return new LocalStackException(
                "The state folder %s cannot be written (%s). Make it writable or set ITF_STATE to another folder."
                        .formatted(root, e.getClass().getSimpleName()),
                e);
    }
}
