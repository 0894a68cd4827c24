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
import java.util.function.IntSupplier;

/**
 * What every command knows of this machine.
 *
 * @param project the checkout's root
 * @param out where results go
 */
record Desk(Path project, StateFolder state, Ports ports, PrintStream out) {

    /** The stack's own JVM, which holds PostgreSQL, Kafka and the token issuer. */
    static final String STACK = "stack";

    static Desk from(Map<String, String> environment, PrintStream out) {
        var project =
                Path.of(System.getProperty("itf.project", "")).toAbsolutePath().normalize();
        return new Desk(project, StateFolder.of(project, environment), Ports.from(environment), out);
    }

    PidFile stack() {
        return new PidFile(STACK, state);
    }

    PidFile pidFile(Service service) {
        return new PidFile(service.word(), state);
    }

    BusinessClockFile clock() {
        return new BusinessClockFile(state.clockOffset());
    }

    /** Runs it unless another command is starting or stopping the same stack at this moment. */
    int alone(IntSupplier work) {
        try {
            Files.createDirectories(state.root());
        } catch (IOException e) {
            throw unwritable(e);
        }
        try (var channel = FileChannel.open(
                        state.root().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                throw new LocalStackException(
                        "Another ./itf is starting or stopping this stack: wait until it is done.");
            }
            return work.getAsInt();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private LocalStackException unwritable(IOException e) {
        return new LocalStackException(
                "The state folder %s cannot be written (%s): make it writable or set ITF_STATE to another folder."
                        .formatted(state.root(), e.getClass().getSimpleName()),
                e);
    }
}
