package hk.itf.infra.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/**
 * Produces the {@link Clock} that use cases inject: Hong Kong time, plus the offset in the offset file. Tokens and
 * leases use real time instead. In production no service starts with an offset file, see infra/production.
 */
@ApplicationScoped
class BusinessClock {

    private final ClockSettings settings;

    BusinessClock(ClockSettings settings) {
        this.settings = settings;
    }

    @Produces
    @Singleton
    Clock clock() {
        var real = Clock.system(HongKong.ZONE);
        return settings.offsetFile()
                .<Clock>map(file -> new OffsetClock(real, file))
                .orElse(real);
    }

    /** Real time plus the duration in the file. Each call checks the file and reads it again after a change. */
    private static final class OffsetClock extends Clock {

        private record Reading(long modified, long size, Duration offset) {}

        private final Clock real;
        private final Path file;
        private volatile Reading last = new Reading(-1, -1, Duration.ZERO);

        OffsetClock(Clock real, Path file) {
            this.real = real;
            this.file = file;
        }

        @Override
        public ZoneId getZone() {
            return real.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new OffsetClock(real.withZone(zone), file);
        }

        @Override
        public Instant instant() {
            return real.instant().plus(offset());
        }

        private Duration offset() {
            try {
                var modified = Files.getLastModifiedTime(file).toMillis();
                var size = Files.size(file);
                var known = last;
                if (known.modified() != modified || known.size() != size) {
                    known = new Reading(
                            modified,
                            size,
                            Duration.parse(Files.readString(file).strip()));
                    last = known;
                }
                return known.offset();
            } catch (NoSuchFileException absent) {
                return Duration.ZERO;
            } catch (IOException | DateTimeParseException unreadable) {
                throw new IllegalStateException("The clock offset file cannot be read: " + file, unreadable);
            }
        }
    }
}
