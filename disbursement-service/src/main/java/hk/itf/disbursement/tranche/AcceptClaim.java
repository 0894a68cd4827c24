package hk.itf.disbursement.tranche;

import hk.itf.disbursement.award.AwardReception;
import hk.itf.disbursement.award.AwardVersions;
import hk.itf.disbursement.award.Awards;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Reception;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.event.AssessmentEvent.ClaimRejected;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.TrancheId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** A claim was vetted: the tranche pays what was accepted, the rest is undrawn, and the gates it names are met. */
@ApplicationScoped
public class AcceptClaim {

    private final Awards awards;
    private final AwardVersions versions;
    private final Tranches tranches;
    private final Gates gates;
    private final MakeTrancheDue makeTrancheDue;
    private final Timeline timeline;
    private final Clock clock;

    AcceptClaim(
            Awards awards,
            AwardVersions versions,
            Tranches tranches,
            Gates gates,
            MakeTrancheDue makeTrancheDue,
            Timeline timeline,
            Clock clock) {
        this.awards = awards;
        this.versions = versions;
        this.tranches = tranches;
        this.gates = gates;
        this.makeTrancheDue = makeTrancheDue;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    public Reception handle(ClaimAccepted claim) {
        var reception = AwardReception.of(awards.lockIfThere(claim.grant()), claim);
        if (!reception.equals(Reception.APPLIED)) {
            return reception;
        }
        var now = clock.instant();
        var tranche = trancheOf(claim.grant(), claim.tranche());
        if (tranche.status() == TrancheStatus.CANCELLED) {
            return Reception.late("the tranche is cancelled");
        }
        var undrawn = tranche.accept(claim.accepted());
        versions.inForce(claim.grant()).undraw(undrawn);
        gates.meet(claim.tranche(), claim.gates(), now);
        timeline.record(
                tranche, "ACCEPT_CLAIM", claim.actor(), "claim " + claim.claim() + " for " + claim.accepted(), now);
        makeTrancheDue.handle(claim.tranche());
        return reception;
    }

    /** It may be filed again until its deadline: put on record, no more. */
    @Transactional
    public Reception handle(ClaimRejected claim) {
        timeline.note(
                claim.grant(),
                "tranche/" + claim.tranche(),
                "REJECT_CLAIM",
                claim.actor(),
                "claim " + claim.claim(),
                clock.instant());
        return Reception.APPLIED;
    }

    private Tranche trancheOf(GrantId grant, TrancheId id) {
        var tranche = tranches.lock(id);
        if (!tranche.grant().equals(grant)) {
            throw new IllegalStateException("tranche " + id + " is not one of grant " + grant);
        }
        return tranche;
    }
}
