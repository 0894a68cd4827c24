package hk.itf.infra.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.input.ReversedLinesFileReader;

/** Reads the end of log files. */
public final class LogFile {

    private LogFile() {}

    /** Returns the last lines, oldest first; none if the file does not exist. The file is read from its end. */
    public static List<String> lastLines(Path file, int atMost) {
        if (!Files.isReadable(file)) {
            return List.of();
        }
        try (var reader = ReversedLinesFileReader.builder()
                .setPath(file)
                .setCharset(StandardCharsets.UTF_8)
                .get()) {
            return reader.readLines(atMost).reversed();
        } catch (IOException e) {
            throw new LocalStackException("The log %s cannot be read.".formatted(file), e);
        }
    }
}
