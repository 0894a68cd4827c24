package hk.itf.disbursement.tranche;

import hk.itf.disbursement.award.Award;
import hk.itf.disbursement.award.AwardReception;
import hk.itf.disbursement.award.Awards;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Reception;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * A claim was vetted. For a payment the tranche comes to what was accepted, netted with what was paid in advance, and the
 * rest is undrawn; an advance is split off; and whatever gates the claim names are met.
 */
@ApplicationScoped
public class AcceptClaim {

    private final Awards awards;
    private final Tranches tranches;
    private final Gates gates;
    private final SplitAdvance splitAdvance;
    private final SettleTranche settleTranche;
    private final SettleAccounts settleAccounts;
    private final HoldForReport holdForReport;
    private final MakeTrancheDue makeTrancheDue;
    private final Timeline timeline;
    private final Clock clock;

    AcceptClaim(
            Awards awards,
            Tranches tranches,
            Gates gates,
            SplitAdvance splitAdvance,
            SettleTranche settleTranche,
            SettleAccounts settleAccounts,
            HoldForReport holdForReport,
            MakeTrancheDue makeTrancheDue,
            Timeline timeline,
            Clock clock) {
        this.awards = awards;
        this.tranches = tranches;
        this.gates = gates;
        this.splitAdvance = splitAdvance;
        this.settleTranche = settleTranche;
        this.settleAccounts = settleAccounts;
        this.holdForReport = holdForReport;
        this.makeTrancheDue = makeTrancheDue;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    public Reception handle(ClaimAccepted claim) {
        var known = awards.lockIfPresent(claim.grant());
        var reception = AwardReception.TABLE.of(known, claim);
        if (known.isEmpty() || !reception.isApplied()) {
            return reception;
        }
        var tranche = trancheOf(claim.grant(), claim.tranche());
        holdForReport.over(claim.tranche(), claim.kind(), "claim " + claim.claim(), claim.actor(), clock.instant());
        if (tranche.status() == TrancheStatus.CANCELLED) {
            return Reception.late("the tranche is cancelled");
        }
        return switch (claim.kind()) {
            case PAYMENT -> pay(known.get(), tranche, claim);
            case ADVANCE -> splitAdvance.handle(tranche, claim);
            case ACCOUNTS -> settleAccounts.handle(known.get(), tranche, claim);
            case REPORT, MILESTONE, MATCHING, STAGE_GATE -> meet(tranche, claim);
        };
    }

    private Reception pay(Award award, Tranche tranche, ClaimAccepted claim) {
        if (tranche.isClaimed()) {
            return Reception.late("it is settled what the tranche comes to");
        }
        var now = clock.instant();
        requireWithin(tranche, claim.accepted());
        tranche.accept(claim.accepted());
        gates.meet(claim.tranche(), claim.gates(), now);
        timeline.record(
                tranche,
                Tranche.Act.ACCEPT_CLAIM,
                claim.actor(),
                "claim " + claim.claim() + " for " + claim.accepted(),
                now);
        settleTranche.handle(award, tranche, claim.actor(), now);
        return Reception.APPLIED;
    }

    /** A claim without money. */
    private Reception meet(Tranche tranche, ClaimAccepted claim) {
        var now = clock.instant();
        gates.meet(claim.tranche(), claim.gates(), now);
        timeline.record(
                tranche,
                Tranche.Act.MEET_GATES,
                claim.actor(),
                "%s claim %s".formatted(claim.kind(), claim.claim()),
                now);
        makeTrancheDue.handle(claim.tranche());
        return Reception.APPLIED;
    }

    private void requireWithin(Tranche tranche, Money accepted) {
        var whole = tranches.lockAdvanceOf(tranche.id())
                .map(Tranche::amount)
                .orElse(Money.ZERO)
                .plus(tranche.amount());
        if (accepted.exceeds(whole)) {
            throw new IllegalStateException("a claim on tranche " + tranche.id() + " was accepted for more than it is");
        }
    }

    private Tranche trancheOf(GrantId grant, TrancheId id) {
        var tranche = tranches.lock(id);
        if (!tranche.grant().equals(grant)) {
            throw new IllegalStateException("tranche " + id + " is not one of grant " + grant);
        }
        if (tranche.advanceOf().isPresent()) {
            throw new IllegalStateException("tranche " + id + " is an advance, which is not claimed");
        }
        return tranche;
    }
}
