package hk.itf.applications.proposal;

import static hk.itf.model.NamedValue.value;

import hk.itf.applications.grant.TrancheAmounts;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.tranche.TranchePlan;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Calculates the version that a termination proposes. The plan keeps the released and paid amounts only. A tranche of
 * which only an advance was released keeps the amount of that advance.
 */
public final class TerminationPlan {

    private TerminationPlan() {}

    /**
     * The proposed version.
     *
     * @throws DomainException {@code keeps-too-much} when the amount to keep exceeds the released amount;
     *     {@code outside-the-grant} when the last day is not in the plan
     */
    public static ProposedVersion of(TranchePlan plan, TrancheAmounts amounts, AmendmentRequest.Termination change) {
        var released = planOfReleased(plan, amounts);
        var faults = new ArrayList<Violation>();
        if (change.lastDay().isBefore(PlanDates.firstDay(plan))) {
            faults.add(Violation.of("/lastDay", "before-start", value("firstDay", PlanDates.firstDay(plan))));
        } else if (change.lastDay().isAfter(PlanDates.lastDay(plan))) {
            faults.add(Violation.of("/lastDay", "after-end", value("plannedEnd", PlanDates.lastDay(plan))));
        }
        if (change.keep().exceeds(released.total())) {
            faults.add(Violation.of("/keep", "above-paid", value("paid", released.total())));
            throw DomainException.invalid(
                    "keeps-too-much", faults, value("keep", change.keep()), value("paid", released.total()));
        }
        if (!faults.isEmpty()) {
            throw DomainException.invalid(
                    "outside-the-grant",
                    faults,
                    value("firstDay", PlanDates.firstDay(plan)),
                    value("plannedEnd", PlanDates.lastDay(plan)));
        }
        return ProposedVersion.termination(change.lastDay(), released, change.keep());
    }

    /** The plan with the released amounts, as disbursement-service calculates it when the termination comes into force. */
    public static TranchePlan planOfReleased(TranchePlan plan, TrancheAmounts amounts) {
        return new TranchePlan(plan.tranches().stream()
                .flatMap(planned -> releasedPart(planned, amounts).stream())
                .toList());
    }

    private static Optional<PlannedTranche> releasedPart(PlannedTranche planned, TrancheAmounts amounts) {
        return Optional.of(amounts.releasedWithAdvance(planned.id()))
                .filter(amount -> !amount.isZero())
                .map(planned::with);
    }
}
