package hk.itf.infra.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Reading the end of a log, which is where the reason is. */
public final class LogFile {

    /** Only this much of the end is read, so that a log of a month is no burden. */
    private static final int TAIL_BYTES = 256 << 10;

    private LogFile() {}

    /** The last lines, oldest first; empty when there is no such file. Bytes that are not UTF-8 become question marks. */
    public static List<String> lastLines(Path file, int atMost) {
        if (!Files.isReadable(file)) {
            return List.of();
        }
        try (var channel = Files.newByteChannel(file);
                var stream = java.nio.channels.Channels.newInputStream(
                        channel.position(Math.max(0, channel.size() - TAIL_BYTES)))) {
            var lines = new ArrayDeque<String>();
            for (var line : new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                lines.addLast(line);
                if (lines.size() > atMost) {
                    lines.removeFirst();
                }
            }
            return new ArrayList<>(lines);
        } catch (IOException e) {
            throw new LocalStackException("The log %s cannot be read.".formatted(file), e);
        }
    }
}
