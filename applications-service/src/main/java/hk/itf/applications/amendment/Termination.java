package hk.itf.applications.amendment;

import hk.itf.applications.application.GrantTranche;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.PlannedTranche;
import hk.itf.model.scheme.TranchePlan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a termination leaves of a plan: what is paid or on its way, and nothing else. Of an instalment that only an advance
 * was paid of, the advance stays.
 */
final class Termination {

    private Termination() {}

    /** @throws DomainException {@code keeps-too-much}, when more than was paid is to be kept */
    static Proposal of(TranchePlan plan, List<GrantTranche> tranches, Change.Termination change) {
        var paid = Money.sum(tranches.stream()
                .map(tranche -> tranche.status() == GrantTranche.Status.RELEASED ? tranche.amount() : tranche.paid())
                .toList());
        if (change.keep().exceeds(paid)) {
            throw DomainException.invalid(
                    "keeps-too-much",
                    "Nobody keeps more than was paid.",
                    List.of(new Violation("/keep", "above-paid", "Only %s was paid.".formatted(paid))));
        }
        var left = new TranchePlan(plan.tranches().stream()
                .flatMap(planned -> left(planned, tranches).stream())
                .toList());
        return Proposal.termination(change.lastDay(), left, change.keep());
    }

    private static Optional<PlannedTranche> left(PlannedTranche planned, List<GrantTranche> tranches) {
        if (onItsWay(tranches, planned.id())) {
            return Optional.of(planned);
        }
        return tranches.stream()
                .filter(tranche ->
                        tranche.advanceOf().filter(planned.id()::equals).isPresent())
                .filter(advance -> onItsWay(tranches, advance.id()))
                .findFirst()
                .map(advance -> planned.with(advance.amount()));
    }

    private static boolean onItsWay(List<GrantTranche> tranches, TrancheId id) {
        return tranches.stream()
                .filter(tranche -> tranche.id().equals(id))
                .flatMap(tranche -> Stream.of(tranche.status()))
                .anyMatch(status -> switch (status) {
                    case PREPARED, RELEASED, PAID -> true;
                    case SCHEDULED, DUE, CANCELLED -> false;
                });
    }
}
