package hk.itf.disbursement.settlement;

import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.commitment.AwardReception;
import hk.itf.disbursement.tranche.Gates;
import hk.itf.disbursement.tranche.Tranche;
import hk.itf.disbursement.tranche.TrancheStatus;
import hk.itf.disbursement.tranche.Tranches;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.event.ApplicationEvent.ClaimDeadlinePassed;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Cancels a scheduled tranche whose claim deadline passed before all of its claims were accepted. The payable amount
 * becomes undrawn, and a paid advance becomes owed.
 */
@ApplicationScoped
public class PassClaimDeadline {

    private final Awards awards;
    private final Tranches tranches;
    private final Gates gates;
    private final SettleTranche settleTranche;
    private final HoldAwardForReport holdAwardForReport;
    private final Timeline timeline;
    private final Clock clock;

    PassClaimDeadline(
            Awards awards,
            Tranches tranches,
            Gates gates,
            SettleTranche settleTranche,
            HoldAwardForReport holdAwardForReport,
            Timeline timeline,
            Clock clock) {
        this.awards = awards;
        this.tranches = tranches;
        this.gates = gates;
        this.settleTranche = settleTranche;
        this.holdAwardForReport = holdAwardForReport;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    public Reception handle(ClaimDeadlinePassed passed) {
        var known = awards.lockIfPresent(passed.grant());
        var reception = AwardReception.TABLE.of(known, passed);
        if (known.isEmpty() || !reception.isApplied()) {
            return reception;
        }
        var tranche = tranches.lock(passed.tranche());
        if (!tranche.grant().equals(passed.grant())) {
            throw new IllegalStateException(
                    "tranche " + passed.tranche() + " does not belong to grant " + passed.grant());
        }
        if (tranche.status() != TrancheStatus.SCHEDULED
                || (tranche.money().isAccepted() && gates.areMet(tranche.id()))
                || tranche.money().isAwaitingBankAnswer()
                || tranche.advanceOf().isPresent()) {
            return Reception.late("a claim was accepted, or the tranche has nothing to claim");
        }
        var now = clock.instant();
        tranche.money().recordAcceptedTotal(Money.ZERO);
        timeline.record(tranche, Tranche.Act.PASS_DEADLINE, passed.actor(), "the claim deadline passed", now);
        holdAwardForReport.liftHold(tranche.id(), passed.actor(), now);
        settleTranche.handle(known.get(), tranche, passed.actor(), now);
        return reception;
    }
}
