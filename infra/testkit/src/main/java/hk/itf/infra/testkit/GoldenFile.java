package hk.itf.infra.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A checked-in file that a test generates and compares on every run. {@code -Dgolden.update=true} writes the file. */
public final class GoldenFile {

    private GoldenFile() {}

    /** @throws AssertionError when the file says something else than {@code expected} */
    public static void check(Path file, String expected) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, expected);
            }
            if (!Files.exists(file) || !Files.readString(file).equals(expected)) {
                throw new AssertionError(
                        file + " is not what the code says. Run the test again with -Dgolden.update=true"
                                + " and look at the difference before committing it. Expected:\n" + expected);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
