package hk.itf.disbursement.tranche;

import hk.itf.model.scheme.DateRange;
import hk.itf.model.scheme.PlannedTranche;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** Which instalment it is, the days it pays for and the last day on which it may be claimed; an advance shares them. */
@Embeddable
class TrancheSchedule {

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

    int number() {
        return number;
    }

    DateRange period() {
        return new DateRange(periodFrom, periodTo);
    }

    LocalDate claimBy() {
        return claimBy;
    }
}
