package hk.itf.model.scheme.value;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A span of days in Hong Kong, both ends included. */
public record DateRange(LocalDate from, LocalDate to) {

    public DateRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a range ends on or after its first day");
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
     * The most of the given ranges that share one day of this one. The maximum of overlapping ranges is always reached
     * on the first day of one of them (or of this), so only those days are looked at.
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
