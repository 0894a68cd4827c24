package hk.itf.disbursement.settlement;

import hk.itf.disbursement.award.Award;
import hk.itf.disbursement.award.AwardVersions;
import hk.itf.disbursement.receivable.RaiseReceivable;
import hk.itf.disbursement.tranche.MakeTrancheDue;
import hk.itf.disbursement.tranche.Tranche;
import hk.itf.disbursement.tranche.TrancheStatus;
import hk.itf.disbursement.tranche.TrancheTransition;
import hk.itf.disbursement.tranche.Tranches;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Outbox;
import hk.itf.model.id.PersonId;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;

/**
 * Nets what a tranche comes to as a whole with what was paid of it in advance. An advance that was never ordered is part
 * of the tranche again; one that is with the bank has to be booked or bounce first; one that was paid counts as paid, and
 * what it exceeds the whole by is owed back. What remains is undrawn.
 */
@ApplicationScoped
public class SettleTranche {

    private final AwardVersions versions;
    private final Tranches tranches;
    private final MakeTrancheDue makeTrancheDue;
    private final LowerTranche lowerTranche;
    private final HoldAwardForReport holdForReport;
    private final RaiseReceivable raiseReceivable;
    private final Timeline timeline;
    private final Outbox outbox;

    SettleTranche(
            AwardVersions versions,
            Tranches tranches,
            MakeTrancheDue makeTrancheDue,
            LowerTranche lowerTranche,
            HoldAwardForReport holdForReport,
            RaiseReceivable raiseReceivable,
            Timeline timeline,
            Outbox outbox) {
        this.versions = versions;
        this.tranches = tranches;
        this.makeTrancheDue = makeTrancheDue;
        this.lowerTranche = lowerTranche;
        this.holdForReport = holdForReport;
        this.raiseReceivable = raiseReceivable;
        this.timeline = timeline;
        this.outbox = outbox;
    }

    /** The claim is decided, or its deadline has passed. Called under the locks of the award and the tranche. */
    @Transactional(TxType.MANDATORY)
    void handle(Award award, Tranche tranche, PersonId actor, Instant now) {
        var advance = tranches.lockAdvanceOf(tranche.id());
        if (advance.isEmpty()) {
            settle(award, tranche, wholeOf(tranche), actor, now);
            return;
        }
        switch (advance.get().status()) {
            case SCHEDULED, DUE, PREPARED -> {
                merge(tranche, advance.get(), actor, now);
                settle(award, tranche, wholeOf(tranche), actor, now);
            }
            case RELEASED ->
                timeline.record(
                        tranche,
                        Tranche.Act.AWAIT_ANSWER,
                        actor,
                        "on advance " + advance.get().id(),
                        now);
            case PAID -> net(award, tranche, advance.get(), actor, now);
            case CANCELLED -> throw new IllegalStateException("a cancelled advance is none");
        }
    }

    /** The bank has paid an advance; the tranche may have waited for that. */
    @Transactional(TxType.MANDATORY)
    public void advanceBooked(Award award, Tranche advance, Instant now) {
        waitingFor(advance).ifPresent(tranche -> net(award, tranche, advance, PersonId.SYSTEM, now));
    }

    /**
     * A payment came back. True when it is not to be paid again: it was made in advance and its tranche, which waited for
     * the answer, pays everything itself; or nothing of it was earned or spent.
     *
     * @param notOwed what was to be paid back, and need not be any more: so much was never earned or spent
     */
    @Transactional(TxType.MANDATORY)
    boolean bounced(Award award, Tranche tranche, Money notOwed, Instant now) {
        var waiting = waitingFor(tranche);
        if (waiting.isPresent()) {
            merge(waiting.get(), tranche, PersonId.SYSTEM, now);
            settle(award, waiting.get(), wholeOf(waiting.get()), PersonId.SYSTEM, now);
            return true;
        }
        if (notOwed.isZero()) {
            return false;
        }
        var left = tranche.payable().minus(notOwed);
        if (tranche.advanceOf().isPresent() && !left.isPositive()) {
            versions.inForce(award.id()).undraw(tranche.money().settle(left));
            merge(tranches.lock(tranche.advanceOf().orElseThrow()), tranche, PersonId.SYSTEM, now);
            return true;
        }
        versions.inForce(award.id()).undraw(lowerTranche.handle(tranche, left, PersonId.SYSTEM, now));
        return tranche.status() != TrancheStatus.DUE;
    }

    private static Money wholeOf(Tranche tranche) {
        return tranche.money().settlesAt().orElseThrow();
    }

    private Optional<Tranche> waitingFor(Tranche advance) {
        return advance.advanceOf()
                .map(tranches::lock)
                .filter(tranche -> tranche.money().awaitsAnswer());
    }

    private void merge(Tranche tranche, Tranche advance, PersonId actor, Instant now) {
        tranche.merge(advance);
        timeline.record(advance, TrancheTransition.MERGE, actor, now);
        outbox.append(tranche.merged(advance, actor, now));
    }

    private void net(Award award, Tranche tranche, Tranche advance, PersonId actor, Instant now) {
        var whole = wholeOf(tranche);
        var paid = advance.payable();
        settle(award, tranche, whole.minus(whole.min(paid)), actor, now);
        if (paid.exceeds(whole)) {
            var reason = tranche.money().isAccepted()
                    ? "%s was paid in advance and %s was accepted".formatted(paid, whole)
                    : "%s was paid in advance and nobody claimed in time".formatted(paid);
            raiseReceivable.handle(new RaiseReceivable.Command(
                    award,
                    advance.id(),
                    RaiseReceivable.Cause.UNEARNED_ADVANCE,
                    paid.minus(whole),
                    reason,
                    actor,
                    now));
        }
    }

    /** A version that took force meanwhile may have lowered it. */
    private void settle(Award award, Tranche tranche, Money payable, PersonId actor, Instant now) {
        versions.inForce(award.id()).undraw(tranche.settle(payable.min(tranche.payable())));
        timeline.record(tranche, Tranche.Act.SETTLE, actor, "pays " + tranche.payable(), now);
        if (tranche.status() == TrancheStatus.CANCELLED) {
            holdForReport.over(tranche.id(), actor, now);
        }
        makeTrancheDue.handle(tranche.id());
    }
}
