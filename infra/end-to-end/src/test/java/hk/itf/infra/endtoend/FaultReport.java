package hk.itf.infra.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The report of the long faults: a table in {@code target/faults.md}, with a row for each fault that was survived. */
final class FaultReport {

    private static final Path FILE = Path.of("target/faults.md");

    private static @Nullable String prepared;

    private FaultReport() {}

    /** Adds the head of the table unless another class of this run has. {@code ./itf faults} deletes the report of the run before. */
    private static void begin() {
        if (Files.notExists(FILE)) {
            write("""
                    | fault | what happened | what was found | time |
                    | --- | --- | --- | --- |
                    """, StandardOpenOption.CREATE);
        }
    }

    /**
     * Prepares the row of a fault. {@link #confirm} writes it.
     *
     * @param found the numbers that were counted and required
     */
    static void survived(String fault, String happened, String found, Duration time) {
        prepared = "| %s | %s | %s | %d s |%n".formatted(fault, happened, found, time.toSeconds());
    }

    /** Writes the prepared row, after the steady state was required. Does nothing when the test of the fault has failed. */
    static void confirm() {
        if (prepared != null) {
            begin();
            write(prepared, StandardOpenOption.APPEND);
            prepared = null;
        }
    }

    private static void write(String text, StandardOpenOption... options) {
        try {
            Files.writeString(FILE, text, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
