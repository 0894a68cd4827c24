package hk.itf.disbursement.tranche;

import hk.itf.disbursement.award.AwardReception;
import hk.itf.disbursement.award.Awards;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Reception;
import hk.itf.model.event.ApplicationEvent.ClaimDeadlinePassed;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Nobody claimed in time, or not everything the tranche waits for: it is cancelled and its money undrawn. What was paid of
 * it in advance is owed back.
 */
@ApplicationScoped
public class PassClaimDeadline {

    private final Awards awards;
    private final Tranches tranches;
    private final Gates gates;
    private final SettleTranche settleTranche;
    private final HoldForReport holdForReport;
    private final Timeline timeline;
    private final Clock clock;

    PassClaimDeadline(
            Awards awards,
            Tranches tranches,
            Gates gates,
            SettleTranche settleTranche,
            HoldForReport holdForReport,
            Timeline timeline,
            Clock clock) {
        this.awards = awards;
        this.tranches = tranches;
        this.gates = gates;
        this.settleTranche = settleTranche;
        this.holdForReport = holdForReport;
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
            throw new IllegalStateException("tranche " + passed.tranche() + " is not one of grant " + passed.grant());
        }
        if (tranche.status() != TrancheStatus.SCHEDULED
                || (tranche.money().isAccepted() && gates.areMet(tranche.id()))
                || tranche.money().awaitsAnswer()
                || tranche.advanceOf().isPresent()) {
            return Reception.late("a claim was accepted, or nothing is left to claim");
        }
        var now = clock.instant();
        tranche.money().decide(Money.ZERO);
        timeline.record(tranche, Tranche.Act.PASS_DEADLINE, passed.actor(), "nobody claimed in time", now);
        holdForReport.over(tranche.id(), passed.actor(), now);
        settleTranche.handle(known.get(), tranche, passed.actor(), now);
        return reception;
    }
}
