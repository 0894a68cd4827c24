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
 * What a termination leaves of a plan: what is paid or with the bank, and nothing else. Of an instalment that only an
 * advance was ordered of, that much stays.
 */
public final class TerminationPlan {

    private TerminationPlan() {}

    /**
     * @throws DomainException {@code keeps-too-much}, when more than was paid is to be kept; {@code outside-the-grant}, when
     *     the last day is not one of the grant's
     */
    public static ProposedVersion of(
            TranchePlan plan, TrancheAmounts instalments, AmendmentRequest.TerminationPlan change) {
        var left = left(plan, instalments);
        var faults = new ArrayList<Violation>();
        if (change.lastDay().isBefore(PlanDates.first(plan))) {
            faults.add(Violation.of("/lastDay", "before-start", value("firstDay", PlanDates.first(plan))));
        } else if (change.lastDay().isAfter(PlanDates.last(plan))) {
            faults.add(Violation.of("/lastDay", "after-end", value("plannedEnd", PlanDates.last(plan))));
        }
        if (change.keep().exceeds(left.total())) {
            faults.add(Violation.of("/keep", "above-paid", value("paid", left.total())));
            throw DomainException.invalid(
                    "keeps-too-much", faults, value("keep", change.keep()), value("paid", left.total()));
        }
        if (!faults.isEmpty()) {
            throw DomainException.invalid(
                    "outside-the-grant",
                    faults,
                    value("firstDay", PlanDates.first(plan)),
                    value("plannedEnd", PlanDates.last(plan)));
        }
        return ProposedVersion.termination(change.lastDay(), left, change.keep());
    }

    /** As disbursement-service works it out when the termination comes into force. */
    public static TranchePlan left(TranchePlan plan, TrancheAmounts instalments) {
        return new TranchePlan(plan.tranches().stream()
                .flatMap(planned -> left(planned, instalments).stream())
                .toList());
    }

    private static Optional<PlannedTranche> left(PlannedTranche planned, TrancheAmounts instalments) {
        return Optional.of(instalments.releasedWithAdvance(planned.id()))
                .filter(ordered -> !ordered.isZero())
                .map(planned::with);
    }
}
