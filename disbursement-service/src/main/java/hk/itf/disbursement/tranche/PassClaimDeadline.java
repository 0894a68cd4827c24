package hk.itf.disbursement.tranche;

import hk.itf.disbursement.award.AwardReception;
import hk.itf.disbursement.award.AwardVersions;
import hk.itf.disbursement.award.Awards;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Reception;
import hk.itf.model.event.ApplicationEvent.ClaimDeadlinePassed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Nobody claimed in time: the tranche is cancelled and its money undrawn. */
@ApplicationScoped
public class PassClaimDeadline {

    private final Awards awards;
    private final AwardVersions versions;
    private final Tranches tranches;
    private final Timeline timeline;
    private final Clock clock;

    PassClaimDeadline(Awards awards, AwardVersions versions, Tranches tranches, Timeline timeline, Clock clock) {
        this.awards = awards;
        this.versions = versions;
        this.tranches = tranches;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    public Reception handle(ClaimDeadlinePassed passed) {
        var reception = AwardReception.of(awards.lockIfThere(passed.grant()), passed);
        if (!reception.equals(Reception.APPLIED)) {
            return reception;
        }
        var tranche = tranches.lock(passed.tranche());
        if (!tranche.grant().equals(passed.grant())) {
            throw new IllegalStateException("tranche " + passed.tranche() + " is not one of grant " + passed.grant());
        }
        if (tranche.status() != TrancheStatus.SCHEDULED || tranche.hasAcceptedClaim()) {
            return Reception.late("a claim was accepted, or nothing is left to claim");
        }
        versions.inForce(passed.grant()).undraw(tranche.cancel());
        timeline.record(tranche, Transition.CANCEL.name(), passed.actor(), "nobody claimed in time", clock.instant());
        return reception;
    }
}
