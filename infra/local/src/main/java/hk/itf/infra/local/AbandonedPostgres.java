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
 * The PostgreSQL processes that a killed stack left running on a data directory. PostgreSQL does not start while such a
 * server or one of its backends runs, or while its pid file names a running process.
 */
final class AbandonedPostgres {

    private static final Duration FAST_SHUTDOWN = Duration.ofSeconds(15);
    private static final Duration LAST_BACKEND = Duration.ofSeconds(5);

    private final Path dataDirectory;

    AbandonedPostgres(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
    }

    /**
     * Stops the abandoned server and its backends, and deletes a stale pid file. Returns whether there was a server.
     *
     * @throws LocalStackException if a running stack uses the directory
     */
    boolean stop() {
        if (Files.notExists(dataDirectory)) {
            return false;
        }
        requireUnused();
        var listed = listedServer();
        var abandoned = listed.filter(this::isServerOfThisDirectory);
        abandoned.ifPresent(AbandonedPostgres::stopServer);
        if (!Patience.until(LAST_BACKEND, () -> processesInside().isEmpty())) {
            processesInside().forEach(ProcessHandle::destroyForcibly);
            Patience.until(LAST_BACKEND, () -> processesInside().isEmpty());
        }
        if (listed.isPresent() && listed.filter(this::isServerOfThisDirectory).isEmpty()) {
            deletePidFile(); // the server was stopped, or another program has its process id now
        }
        return abandoned.isPresent();
    }

    /** The process that the pid file names, if it is alive. It may be another program. */
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

    private void requireUnused() {
        var lockFile = dataDirectory.resolve("epg-lock"); // the embedding library locks it until its JVM ends
        if (Files.notExists(lockFile)) {
            return;
        }
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                throw inUse();
            }
        } catch (OverlappingFileLockException e) {
            throw inUse();
        } catch (IOException e) {
            throw new LocalStackException("The database folder %s cannot be read.".formatted(dataDirectory), e);
        }
    }

    private LocalStackException inUse() {
        return new LocalStackException(
                "A running stack uses the database in %s. Stop that stack first, or set ITF_STATE to another folder."
                        .formatted(dataDirectory));
    }

    /** Sends SIGINT for a fast shutdown. Java can only send SIGTERM, on which PostgreSQL waits for its clients. */
    private static void stopServer(ProcessHandle server) {
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

    /** Processes of PostgreSQL whose working directory is the data directory. Empty on systems other than Linux. */
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
