package hk.itf.assessment.reviewcase;

import hk.itf.infra.clock.HongKong;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clock of the performance pledge: a number of Hong Kong working days from full information. A clarification pauses the
 * clock. Each working day of a pause moves the pledged day by one working day.
 *
 * @param completeOn the day of full information
 * @param workingDays the number of days that the scheme promises
 */
record PledgeClock(LocalDate completeOn, int workingDays, List<Pause> pauses) {

    /** @param until the day of the answer; null while the clarification is pending */
    record Pause(LocalDate from, @Nullable LocalDate until) {

        int workingDays() {
            return until == null ? 0 : HongKong.workingDaysBetween(from, until);
        }
    }

    PledgeClock {
        pauses = List.copyOf(pauses);
    }

    static PledgeClock startedOn(LocalDate completeOn, int workingDays) {
        return new PledgeClock(completeOn, workingDays, List.of());
    }

    PledgeClock pausedOn(LocalDate day) {
        var longer = new ArrayList<>(pauses);
        longer.add(new Pause(day, null));
        return new PledgeClock(completeOn, workingDays, longer);
    }

    PledgeClock resumedOn(LocalDate day) {
        return new PledgeClock(
                completeOn,
                workingDays,
                pauses.stream()
                        .map(pause -> pause.until() == null ? new Pause(pause.from(), day) : pause)
                        .toList());
    }

    LocalDate pledgedBy() {
        return HongKong.plusWorkingDays(
                completeOn,
                workingDays + pauses.stream().mapToInt(Pause::workingDays).sum());
    }
}
