package hk.itf.infra.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How far the services' business time is ahead of real time: one ISO-8601 duration in a file, which every service reads.
 * No file means no offset. It only ever grows: a deadline that has passed does not un-pass.
 */
public final class BusinessClockFile {

    private static final Pattern STEP = Pattern.compile("\\+(\\d{1,5})([wdhm])");

    private final Path file;

    public BusinessClockFile(Path file) {
        this.file = file;
    }

    /**
     * Reads a step such as {@code +90d}, {@code +3h}, {@code +2w} or {@code +15m} (minutes).
     *
     * @throws LocalStackException if it goes back or is no step
     */
    public static Duration step(String text) {
        if (text.startsWith("-")) {
            throw goesBack();
        }
        var match = STEP.matcher(text);
        if (!match.matches()) {
            throw new LocalStackException(
                    "\"%s\" is not a step of the clock: write +90d, +3h, +2w or +15m.".formatted(text));
        }
        var count = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "w" -> Duration.ofDays(Math.multiplyExact(count, 7));
            case "d" -> Duration.ofDays(count);
            case "h" -> Duration.ofHours(count);
            case "m" -> Duration.ofMinutes(count);
            default -> throw new IllegalStateException("the pattern lets no other unit through");
        };
    }

    /** Business time minus real time; never negative. */
    public Duration offset() {
        try {
            var text = Files.readString(file).strip();
            return text.isEmpty() ? Duration.ZERO : Duration.parse(text);
        } catch (java.nio.file.NoSuchFileException e) {
            return Duration.ZERO;
        } catch (IOException | DateTimeException e) {
            throw new LocalStackException(
                    "The file %s should hold one duration such as PT2160H: correct it, or delete it to go back to real time."
                            .formatted(file),
                    e);
        }
    }

    /**
     * Moves business time on and returns the new offset. Services never see half a file.
     *
     * @throws LocalStackException if the step is negative or the file cannot be written
     */
    public synchronized Duration advance(Duration step) {
        if (step.isNegative()) {
            throw goesBack();
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

    private static LocalStackException goesBack() {
        return new LocalStackException(
                "The clock only goes forward, because deadlines that have passed do not un-pass; ./itf reset begins again at real time.");
    }
}
