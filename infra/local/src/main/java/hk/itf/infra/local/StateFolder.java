package hk.itf.infra.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The folder for all data of a local stack: databases, events, keys, papers and logs. Delete the folder only while the
 * stack is stopped.
 *
 * @param root absolute
 */
public record StateFolder(Path root) {

    /** Free space that a start requires, in bytes. PostgreSQL and Kafka stop when the disk is full. */
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

    /** Papers that applicants have uploaded to applications-service. */
    public Path papers() {
        return root.resolve("papers");
    }

    /** Notices that a production system would send by post or e-mail. */
    public Path notices() {
        return root.resolve("notices");
    }

    /** Payment instructions that the simulated bank has received, one JSON object per line. */
    public Path bankLedger() {
        return root.resolve("bank-ledger.jsonl");
    }

    /** File of {@link BusinessClockFile}. */
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

    /** Files and folders that the stack creates in this folder. */
    public List<Path> contents() {
        return List.of(postgres(), kafka(), keys(), papers(), notices(), bankLedger(), clockOffset(), logs(), pids());
    }

    /**
     * Creates the folders.
     *
     * @throws LocalStackException if the folders cannot be written or the disk has less than 512 MB free
     */
    public StateFolder prepare() {
        try {
            for (var folder : List.of(keys(), papers(), notices(), logs(), pids())) {
                Files.createDirectories(folder);
            }
            Files.delete(Files.createTempFile(root, "writable", ".probe"));
        } catch (IOException e) {
            throw new LocalStackException(
                    "The state folder %s cannot be written (%s). Make it writable or set ITF_STATE to another folder."
                            .formatted(root, e.getClass().getSimpleName()),
                    e);
        }
        requireFreeSpace(LEAST_FREE_BYTES);
        return this;
    }

    void requireFreeSpace(long bytes) {
        long free;
        try {
            free = Files.getFileStore(root).getUsableSpace();
        } catch (IOException e) {
            throw new LocalStackException("The free space of %s cannot be read.".formatted(root), e);
        }
        if (free < bytes) {
            throw new LocalStackException(
                    "The disk of %2$s has %1$d MB free, and %3$d MB are needed. Free some space or set ITF_STATE to a folder on another disk."
                            .formatted(free >> 20, root, bytes >> 20));
        }
    }
}
