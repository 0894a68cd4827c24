package hk.itf.applications.proposal;

import hk.itf.model.scheme.tranche.TranchePlan;
import java.time.LocalDate;
import java.util.Comparator;

/** The first and the last day a plan pays for. A grant that runs has a plan of at least one instalment. */
public final class PlanDates {

    private PlanDates() {}

    static LocalDate first(TranchePlan plan) {
        return plan.tranches().stream()
                .map(tranche -> tranche.period().from())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    public static LocalDate last(TranchePlan plan) {
        return plan.tranches().stream()
                .map(tranche -> tranche.period().to())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Whether a plan ends on another day than the one before. */
    public static boolean moved(TranchePlan before, TranchePlan after) {
        return !last(after).equals(last(before));
    }
}
