package hk.itf.disbursement.trancheplan;

import hk.itf.disbursement.commitment.VersionTookForce;
import hk.itf.disbursement.commitment.VoidedAward;
import hk.itf.disbursement.tranche.Gates;
import hk.itf.disbursement.tranche.Tranche;
import hk.itf.disbursement.tranche.TrancheStatus;
import hk.itf.disbursement.tranche.TrancheTransition;
import hk.itf.disbursement.tranche.Tranches;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.PersonId;
import hk.itf.model.scheme.tranche.Gate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Schedules the tranches of a version that takes force, and cancels all tranches of a voided award. Both happen in the
 * transaction that changes the award.
 */
@ApplicationScoped
class ScheduleTranches {

    private final Tranches tranches;
    private final Gates gates;
    private final Timeline timeline;

    ScheduleTranches(Tranches tranches, Gates gates, Timeline timeline) {
        this.tranches = tranches;
        this.gates = gates;
        this.timeline = timeline;
    }

    void onVersionInForce(@Observes VersionTookForce version) {
        var known =
                tranches.lockAllOf(version.grant()).stream().map(Tranche::id).collect(Collectors.toSet());
        for (var planned : version.plan().tranches()) {
            if (known.contains(planned.id())) {
                continue; // a later version adds tranches only
            }
            var tranche = Tranche.scheduled(version.grant(), planned);
            tranches.add(tranche);
            gates.add(tranche.id(), planned.gates());
            timeline.record(tranche, Tranche.Act.SCHEDULE, PersonId.SYSTEM, version.at());
            if (!known.isEmpty()) {
                // the agreement of the first version covers later versions, too
                gates.meet(tranche.id(), List.of(Gate.AGREEMENT_SIGNED), version.at());
            }
        }
    }

    void onAwardGone(@Observes VoidedAward gone) {
        for (var tranche : tranches.lockAllOf(gone.grant())) {
            if (tranche.status() != TrancheStatus.CANCELLED) {
                tranche.cancel();
                timeline.record(tranche, TrancheTransition.CANCEL, gone.actor(), gone.at());
            }
        }
    }
}
