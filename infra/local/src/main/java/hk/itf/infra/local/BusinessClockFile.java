package hk.itf.infra.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * The file that holds the difference between business time and real time, as one ISO-8601 duration. Every service reads
 * the file; without it there is no difference. The difference only grows, because passed deadlines stay passed.
 */
public final class BusinessClockFile {

    private static final Pattern STEP = Pattern.compile("([+-]\\d{1,5})([wdhm])");

    private final Path file;

    public BusinessClockFile(Path file) {
        this.file = file;
    }

    /**
     * Reads a step such as {@code +90d}, {@code +3h}, {@code +2w} or {@code +15m} (minutes).
     *
     * @throws LocalStackException if the text is not a step
     */
    public static Duration step(String text) {
        var match = STEP.matcher(text);
        if (!match.matches()) {
            throw new LocalStackException(
                    "\"%s\" is not a step of the clock. Write for example +90d, +3h, +2w or +15m.".formatted(text));
        }
        var count = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "w" -> Duration.ofDays(Math.multiplyExact(count, 7));
            case "d" -> Duration.ofDays(count);
            case "h" -> Duration.ofHours(count);
            case "m" -> Duration.ofMinutes(count);
            default -> throw new IllegalStateException("the pattern allows no other unit");
        };
    }

    /** Business time minus real time; never negative. */
    public Duration offset() {
        try {
            var text = Files.readString(file).strip();
            return text.isEmpty() ? Duration.ZERO : Duration.parse(text);
        } catch (NoSuchFileException e) {
            return Duration.ZERO;
        } catch (IOException | DateTimeException e) {
            throw new LocalStackException(
                    "The file %s must hold one duration such as PT2160H. Correct it, or delete it to return to real time."
                            .formatted(file),
                    e);
        }
    }

    /**
     * Moves business time forward and returns the new offset. The file is replaced at once, so that no service reads half
     * of it.
     *
     * @throws LocalStackException if the step is negative or the file cannot be written
     */
    public synchronized Duration advance(Duration step) {
        if (step.isNegative()) {
            throw new LocalStackException(
                    "The clock cannot go back, because passed deadlines stay passed. ./itf reset deletes all data and returns to real time.");
        }
        try {
            var offset = offset().plus(step);
            var folder = Files.createDirectories(file.toAbsolutePath().getParent());
            var written = Files.writeString(Files.createTempFile(folder, "clock", ".tmp"), offset + "\n");
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            return offset;
        } catch (IOException e) {
            throw new LocalStackException("The clock file %s cannot be written.".formatted(file), e);
        } catch (ArithmeticException e) {
            throw new LocalStackException("The clock cannot be moved that far.", e);
        }
    }
}
