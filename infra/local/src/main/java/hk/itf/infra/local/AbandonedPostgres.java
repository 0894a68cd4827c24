package hk.itf.infra.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a killed stack leaves in a data directory: a server that nobody holds any more, backends whose server is dead, or
 * a pid file whose number now belongs to a stranger. PostgreSQL refuses to start over each of them.
 */
final class AbandonedPostgres {

    private static final Duration FAST_SHUTDOWN = Duration.ofSeconds(15);
    private static final Duration LAST_BACKEND = Duration.ofSeconds(5);

    private final Path dataDirectory;

    AbandonedPostgres(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
    }

    /**
     * Stops whatever still serves the directory although nobody holds it; true if there was anything.
     *
     * @throws LocalStackException if a running stack holds the directory
     */
    boolean clearAway() {
        if (Files.notExists(dataDirectory)) {
            return false;
        }
        requireNotHeld();
        var listed = listedServer();
        var abandoned = listed.filter(this::isServerOfThisDirectory);
        abandoned.ifPresent(AbandonedPostgres::stop);
        if (!Patience.until(LAST_BACKEND, () -> processesInside().isEmpty())) {
            processesInside().forEach(ProcessHandle::destroyForcibly);
            Patience.until(LAST_BACKEND, () -> processesInside().isEmpty());
        }
        if (listed.isPresent() && listed.filter(this::isServerOfThisDirectory).isEmpty()) {
            deletePidFile(); // either just stopped, or a stranger has been given the number since
        }
        return abandoned.isPresent();
    }

    /** The server's process as its pid file has it, if that process lives. */
    Optional<ProcessHandle> listedServer() {
        try {
            var lines = Files.readAllLines(pidFile());
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    boolean isServerOfThisDirectory(ProcessHandle process) {
        var commandLine = process.info().commandLine().orElse("");
        return process.isAlive() && commandLine.contains("postgres") && commandLine.contains(dataDirectory.toString());
    }

    private void requireNotHeld() {
        var lockFile = dataDirectory.resolve("epg-lock"); // the library's own, held for as long as its JVM lives
        if (Files.notExists(lockFile)) {
            return;
        }
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                throw held();
            }
        } catch (OverlappingFileLockException e) {
            throw held();
        } catch (IOException e) {
            throw new LocalStackException("The database folder %s cannot be read.".formatted(dataDirectory), e);
        }
    }

    private LocalStackException held() {
        return new LocalStackException(
                "The database in %s is in use by a stack that is running: stop that one first, or set ITF_STATE to another folder."
                        .formatted(dataDirectory));
    }

    /** A fast shutdown, which is an interrupt; Java itself can only terminate, and that waits for clients for ever. */
    private static void stop(ProcessHandle server) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            server.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!Patience.until(FAST_SHUTDOWN, () -> !server.isAlive())) {
            server.destroyForcibly();
            Patience.until(FAST_SHUTDOWN, () -> !server.isAlive());
        }
    }

    /** Every process of PostgreSQL works inside its data directory. Known on Linux only; empty elsewhere. */
    private List<ProcessHandle> processesInside() {
        return ProcessHandle.allProcesses().filter(this::worksInside).toList();
    }

    private boolean worksInside(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                            .equals(dataDirectory.toRealPath())
                    && Files.readString(Path.of("/proc", Long.toString(process.pid()), "comm"))
                            .startsWith("postgres");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private void deletePidFile() {
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new LocalStackException("The stale file %s cannot be deleted.".formatted(pidFile()), e);
        }
    }

    private Path pidFile() {
        return dataDirectory.resolve("postmaster.pid");
    }
}
