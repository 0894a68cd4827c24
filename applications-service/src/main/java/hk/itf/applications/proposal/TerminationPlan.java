package hk.itf.applications.proposal;

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
            faults.add(new Violation(
                    "/lastDay", "before-start", "The grant starts on %s.".formatted(PlanDates.first(plan))));
        } else if (change.lastDay().isAfter(PlanDates.last(plan))) {
            faults.add(new Violation(
                    "/lastDay", "after-end", "The grant ends on %s as planned.".formatted(PlanDates.last(plan))));
        }
        if (change.keep().exceeds(left.total())) {
            faults.add(new Violation("/keep", "above-paid", "Only %s was paid.".formatted(left.total())));
            throw DomainException.invalid("keeps-too-much", "Nobody keeps more than was paid.", faults);
        }
        if (!faults.isEmpty()) {
            throw DomainException.invalid("outside-the-grant", "A grant ends on one of its days.", faults);
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
