package hk.itf.infra.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where a local stack keeps everything that outlives it. Deleting the folder while the stack is stopped starts afresh.
 *
 * @param root absolute
 */
public record StateFolder(Path root) {

    /** What PostgreSQL and Kafka need to begin with, in bytes; with less the databases would stop half-way. */
    static final long LEAST_FREE_BYTES = 512L << 20;

    public StateFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** {@code .itf} below the project, unless {@code ITF_STATE} names another folder. */
    public static StateFolder of(Path project, Map<String, String> environment) {
        var elsewhere = environment.getOrDefault("ITF_STATE", "");
        return new StateFolder(elsewhere.isBlank() ? project.resolve(".itf") : Path.of(elsewhere));
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path keys() {
        return root.resolve("keys");
    }

    /** Uploaded papers, as the applications service stores them. */
    public Path papers() {
        return root.resolve("papers");
    }

    /** Notices the services would have sent by post or e-mail. */
    public Path notices() {
        return root.resolve("notices");
    }

    /** What the pretended bank has been told, one JSON object a line. */
    public Path bankLedger() {
        return root.resolve("bank-ledger.jsonl");
    }

    public Path clockOffset() {
        return root.resolve("clock-offset");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String word) {
        return logs().resolve(word + ".log");
    }

    public Path pids() {
        return root.resolve("pids");
    }

    /** Everything in here that is the stack's own and may be deleted to begin again. */
    public List<Path> contents() {
        return List.of(postgres(), kafka(), keys(), papers(), notices(), bankLedger(), clockOffset(), logs(), pids());
    }

    /** Creates the folders; refuses when they cannot be written or the disk is nearly full. */
    public StateFolder prepare() {
        try {
            for (var folder : List.of(keys(), papers(), notices(), logs(), pids())) {
                Files.createDirectories(folder);
            }
            Files.delete(Files.createTempFile(root, "writable", ".probe"));
        } catch (IOException e) {
            throw new LocalStackException(
                    "The state folder %s cannot be written (%s): make it writable or set ITF_STATE to another folder."
                            .formatted(root, e.getClass().getSimpleName()),
                    e);
        }
        requireRoom(LEAST_FREE_BYTES);
        return this;
    }

    void requireRoom(long bytes) {
        long free;
        try {
            free = Files.getFileStore(root).getUsableSpace();
        } catch (IOException e) {
            throw new LocalStackException("The free space of %s cannot be read.".formatted(root), e);
        }
        if (free < bytes) {
            throw new LocalStackException(
                    "Only %d MB are free on the disk of %s and %d MB are needed: free some, or set ITF_STATE to a folder elsewhere."
                            .formatted(free >> 20, root, bytes >> 20));
        }
    }
}
