package hk.itf.infra.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HongKongTest {

    private static final LocalDate FRIDAY_BEFORE_NATIONAL_DAY_WEEK = LocalDate.of(2026, 9, 25);

    @Test
    void skipsWeekendsAndPublicHolidays() {
        // 26 September 2026 (a Saturday) follows Mid-Autumn; Thursday 1 October is National Day.
        assertThat(HongKong.plusWorkingDays(FRIDAY_BEFORE_NATIONAL_DAY_WEEK, 5)).isEqualTo(LocalDate.of(2026, 10, 5));
        assertThat(HongKong.workingDaysBetween(FRIDAY_BEFORE_NATIONAL_DAY_WEEK, LocalDate.of(2026, 10, 5)))
                .isEqualTo(5);
    }

    @Test
    void knowsChristmasAndBoxingDay() {
        assertThat(HongKong.isWorkingDay(LocalDate.of(2025, 12, 25))).isFalse();
        assertThat(HongKong.isWorkingDay(LocalDate.of(2025, 12, 26))).isFalse();
        assertThat(HongKong.isWorkingDay(LocalDate.of(2025, 12, 29))).isTrue();
    }

    @Test
    void countsFromMondayWhenStartedOnSunday() {
        assertThat(HongKong.plusWorkingDays(LocalDate.of(2026, 11, 22), 1)).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(HongKong.plusWorkingDays(LocalDate.of(2026, 11, 22), 0)).isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @Test
    void endsDayAtMidnightInHongKong() {
        assertThat(HongKong.endOf(LocalDate.of(2026, 11, 22))).isEqualTo(Instant.parse("2026-11-22T16:00:00Z"));
        assertThat(HongKong.dayOf(Instant.parse("2026-11-22T16:00:00Z"))).isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @Test
    void keepsTimeOfDayWhenAddingWorkingDays() {
        var fridayAfternoon = Instant.parse("2026-11-27T07:00:00Z");
        assertThat(HongKong.plusWorkingDays(fridayAfternoon, 2)).isEqualTo(Instant.parse("2026-12-01T07:00:00Z"));
    }
}
