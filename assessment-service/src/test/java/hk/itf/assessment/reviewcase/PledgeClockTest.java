package hk.itf.assessment.reviewcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import hk.itf.infra.clock.HongKong;
import hk.itf.model.json.Json;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PledgeClockTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @Test
    void countsPledgeInWorkingDays() {
        assertThat(PledgeClock.startedOn(FRIDAY, 5).pledgedBy()).isEqualTo(LocalDate.of(2026, 11, 27));
    }

    @Test
    void skipsChristmasHolidays() {
        assertThat(PledgeClock.startedOn(LocalDate.of(2026, 12, 24), 1).pledgedBy())
                .isEqualTo(LocalDate.of(2026, 12, 28));
    }

    @Test
    void clarificationMovesPledgeByItsWorkingDays() {
        var answered = PledgeClock.startedOn(FRIDAY, 5)
                .pausedOn(LocalDate.of(2026, 11, 23))
                .resumedOn(LocalDate.of(2026, 11, 25));
        assertThat(answered.pledgedBy()).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void clarificationOverWeekendKeepsPledge() {
        var answered = PledgeClock.startedOn(FRIDAY, 5).pausedOn(FRIDAY).resumedOn(LocalDate.of(2026, 11, 22));
        assertThat(answered.pledgedBy()).isEqualTo(LocalDate.of(2026, 11, 27));
    }

    @Test
    void survivesJsonRoundTrip() {
        var clock = PledgeClock.startedOn(FRIDAY, 5)
                .pausedOn(FRIDAY)
                .resumedOn(FRIDAY.plusDays(4))
                .pausedOn(FRIDAY.plusDays(6));
        assertThat(Json.read(Json.write(clock), PledgeClock.class)).isEqualTo(clock);
    }

    @Test
    void pausesMovePledgeByExactlyTheirWorkingDays() {
        qt().forAll(
                        integers().between(0, 365),
                        integers().between(0, 30),
                        lists().of(integers().between(0, 20)).ofSizeBetween(0, 4))
                .check((offset, promised, waits) -> {
                    var clock = PledgeClock.startedOn(FRIDAY.plusDays(offset), promised);
                    var before = clock.pledgedBy();
                    var paused = 0;
                    var day = FRIDAY.plusDays(offset);
                    for (var wait : waits) {
                        day = day.plusDays(1);
                        clock = clock.pausedOn(day).resumedOn(day.plusDays(wait));
                        paused += HongKong.workingDaysBetween(day, day.plusDays(wait));
                        day = day.plusDays(wait);
                    }
                    return clock.pledgedBy().equals(HongKong.plusWorkingDays(before, paused));
                });
    }
}
