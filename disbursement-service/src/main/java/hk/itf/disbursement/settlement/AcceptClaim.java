package hk.itf.disbursement.settlement;

import static hk.itf.model.NamedValue.value;

import hk.itf.disbursement.award.Award;
import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.commitment.AwardReception;
import hk.itf.disbursement.filing.FiledClaims;
import hk.itf.disbursement.tranche.Gates;
import hk.itf.disbursement.tranche.MakeTrancheDue;
import hk.itf.disbursement.tranche.Tranche;
import hk.itf.disbursement.tranche.TrancheStatus;
import hk.itf.disbursement.tranche.Tranches;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.Wording;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Applies an accepted claim. An accepted payment claim settles its tranche: the accepted amount less a paid advance is
 * payable, and the rest is undrawn. An accepted advance claim splits an advance off. Every accepted claim meets the
 * gates that it names. The acceptance waits until applications-service has told about the filing that it judges, and cannot be
 * applied when it accepts more or something else.
 */
@ApplicationScoped
public class AcceptClaim {

    private final Awards awards;
    private final FiledClaims filings;
    private final Tranches tranches;
    private final Gates gates;
    private final SplitAdvance splitAdvance;
    private final SettleTranche settleTranche;
    private final SettleAccounts settleAccounts;
    private final HoldAwardForReport holdAwardForReport;
    private final MakeTrancheDue makeTrancheDue;
    private final Timeline timeline;
    private final Clock clock;

    AcceptClaim(
            Awards awards,
            FiledClaims filings,
            Tranches tranches,
            Gates gates,
            SplitAdvance splitAdvance,
            SettleTranche settleTranche,
            SettleAccounts settleAccounts,
            HoldAwardForReport holdAwardForReport,
            MakeTrancheDue makeTrancheDue,
            Timeline timeline,
            Clock clock) {
        this.awards = awards;
        this.filings = filings;
        this.tranches = tranches;
        this.gates = gates;
        this.splitAdvance = splitAdvance;
        this.settleTranche = settleTranche;
        this.settleAccounts = settleAccounts;
        this.holdAwardForReport = holdAwardForReport;
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
        var filing = filings.find(claim.grant(), claim.claim(), claim.filing());
        if (filing.isEmpty()) {
            return AwardReception.TABLE.withoutFiling(claim);
        }
        filing.get().requireAgreement(claim);
        var tranche = trancheOf(claim.grant(), claim.tranche());
        holdAwardForReport.liftHold(
                claim.tranche(),
                claim.kind(),
                Wording.of("hold-lifted.claim-accepted", value("claim", claim.claim())),
                claim.actor(),
                clock.instant());
        if (tranche.status() == TrancheStatus.CANCELLED) {
            return Reception.late("the tranche is cancelled");
        }
        return switch (claim.kind()) {
            case PAYMENT -> pay(known.get(), tranche, claim);
            case ADVANCE -> splitAdvance.handle(tranche, claim);
            case ACCOUNTS -> settleAccounts.handle(known.get(), tranche, claim);
            case REPORT, MILESTONE, MATCHING, STAGE_GATE -> meetGates(tranche, claim);
        };
    }

    private Reception pay(Award award, Tranche tranche, ClaimAccepted claim) {
        if (tranche.isClaimDecided()) {
            return Reception.late("the tranche is already decided by a claim or its claim deadline");
        }
        var now = clock.instant();
        requireWithinTranche(tranche, claim.accepted());
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

    private Reception meetGates(Tranche tranche, ClaimAccepted claim) {
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

    private void requireWithinTranche(Tranche tranche, Money accepted) {
        var amountWithAdvance = tranches.lockAdvanceOf(tranche.id())
                .map(Tranche::amount)
                .orElse(Money.ZERO)
                .plus(tranche.amount());
        if (accepted.exceeds(amountWithAdvance)) {
            throw new IllegalStateException("the accepted amount %s exceeds tranche %s with its advance, %s"
                    .formatted(accepted, tranche.id(), amountWithAdvance));
        }
    }

    private Tranche trancheOf(GrantId grant, TrancheId id) {
        var tranche = tranches.lock(id);
        if (!tranche.grant().equals(grant)) {
            throw new IllegalStateException("tranche " + id + " does not belong to grant " + grant);
        }
        if (tranche.advanceOf().isPresent()) {
            throw new IllegalStateException("tranche " + id + " is an advance, which takes no claims");
        }
        return tranche;
    }
}
