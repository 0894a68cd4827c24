package hk.itf.model.scheme.value;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DateRangeLawsTest {

    private static final LocalDate DAY_0 = LocalDate.of(2026, 1, 1);

    /** Counting on first days only gives the same result as counting on every day. */
    @Test
    void highestOverlapEqualsCountOverEveryDay() {
        var starts = lists().of(integers().between(0, 60)).ofSizeBetween(0, 12);
        qt().forAll(
                        starts,
                        integers().between(1, 20),
                        integers().between(0, 60),
                        integers().between(1, 40))
                .check((begins, length, from, days) -> {
                    List<DateRange> others =
                            begins.stream().map(start -> range(start, length)).toList();
                    var mine = range(from, days);
                    var counted = IntStream.range(from, from + days)
                            .mapToObj(DAY_0::plusDays)
                            .mapToInt(day -> (int) others.stream()
                                    .filter(other -> other.contains(day))
                                    .count())
                            .max()
                            .orElse(0);
                    return mine.highestOverlap(others) == counted;
                });
    }

    private static DateRange range(int start, int days) {
        return new DateRange(DAY_0.plusDays(start), DAY_0.plusDays(start + days - 1L));
    }
}
