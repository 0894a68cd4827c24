package hk.itf.disbursement.tranche;

import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.value.DateRange;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * The number of a tranche in its plan, its period and its claim deadline. An advance has the schedule of its tranche.
 */
@Embeddable
public class TrancheSchedule {

    private int number;

    private LocalDate periodFrom;

    private LocalDate periodTo;

    private LocalDate claimBy;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected TrancheSchedule() {}

    private TrancheSchedule(int number, DateRange period, LocalDate claimBy) {
        this.number = number;
        this.periodFrom = period.from();
        this.periodTo = period.to();
        this.claimBy = claimBy;
    }

    static TrancheSchedule of(PlannedTranche planned) {
        return new TrancheSchedule(planned.number(), planned.period(), planned.claimBy());
    }

    TrancheSchedule copy() {
        return new TrancheSchedule(number, period(), claimBy);
    }

    public int number() {
        return number;
    }

    DateRange period() {
        return new DateRange(periodFrom, periodTo);
    }

    LocalDate claimBy() {
        return claimBy;
    }
}
