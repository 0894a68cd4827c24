package hk.itf.model.scheme.value;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A range of days in Hong Kong, first and last day included. */
public record DateRange(LocalDate from, LocalDate to) {

    public DateRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the last day of a range must not be before its first day");
        }
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    public boolean overlaps(DateRange other) {
        return !other.from.isAfter(to) && !other.to.isBefore(from);
    }

    @JsonIgnore
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /**
     * The highest number of {@code others} that run on the same day of this range. The number can only rise on the first
     * day of a range, so the method counts on those days and on the first day of this range.
     */
    public int highestOverlap(List<DateRange> others) {
        var candidates = new ArrayList<LocalDate>();
        candidates.add(from);
        others.stream().map(DateRange::from).filter(this::contains).forEach(candidates::add);
        return candidates.stream()
                .mapToInt(day -> (int)
                        others.stream().filter(range -> range.contains(day)).count())
                .max()
                .orElse(0);
    }
}
