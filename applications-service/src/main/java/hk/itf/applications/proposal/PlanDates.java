package hk.itf.applications.proposal;

import hk.itf.model.scheme.tranche.TranchePlan;
import java.time.LocalDate;
import java.util.Comparator;

/** The first and the last day of a plan. The plan of a running grant has at least one tranche. */
public final class PlanDates {

    private PlanDates() {}

    static LocalDate firstDay(TranchePlan plan) {
        return plan.tranches().stream()
                .map(tranche -> tranche.period().from())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    public static LocalDate lastDay(TranchePlan plan) {
        return plan.tranches().stream()
                .map(tranche -> tranche.period().to())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    public static boolean lastDayDiffers(TranchePlan before, TranchePlan after) {
        return !lastDay(after).equals(lastDay(before));
    }
}
