package hk.itf.disbursement.settlement;

import static hk.itf.model.NamedValue.value;

import hk.itf.disbursement.award.Award;
import hk.itf.disbursement.award.AwardVersions;
import hk.itf.disbursement.receivable.RaiseReceivable;
import hk.itf.disbursement.tranche.MakeTrancheDue;
import hk.itf.disbursement.tranche.Tranche;
import hk.itf.disbursement.tranche.TrancheStatus;
import hk.itf.disbursement.tranche.TrancheTransition;
import hk.itf.disbursement.tranche.Tranches;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.Wording;
import hk.itf.model.id.PersonId;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;

/**
 * Settles a tranche whose accepted total is recorded. The status of its advance decides how:
 *
 * <ul>
 *   <li>An unreleased advance is merged back, and the tranche pays the accepted total.
 *   <li>A released advance makes the tranche wait until the bank books or bounces it.
 *   <li>A paid advance is deducted; the part above the accepted total is owed back as unearned advance.
 * </ul>
 *
 * <p>The amount that the tranche does not pay becomes undrawn in the version in force.
 */
@ApplicationScoped
public class SettleTranche {

    private final AwardVersions versions;
    private final Tranches tranches;
    private final MakeTrancheDue makeTrancheDue;
    private final LowerTranche lowerTranche;
    private final HoldAwardForReport holdAwardForReport;
    private final RaiseReceivable raiseReceivable;
    private final Timeline timeline;
    private final Outbox outbox;

    SettleTranche(
            AwardVersions versions,
            Tranches tranches,
            MakeTrancheDue makeTrancheDue,
            LowerTranche lowerTranche,
            HoldAwardForReport holdAwardForReport,
            RaiseReceivable raiseReceivable,
            Timeline timeline,
            Outbox outbox) {
        this.versions = versions;
        this.tranches = tranches;
        this.makeTrancheDue = makeTrancheDue;
        this.lowerTranche = lowerTranche;
        this.holdAwardForReport = holdAwardForReport;
        this.raiseReceivable = raiseReceivable;
        this.timeline = timeline;
        this.outbox = outbox;
    }

    /**
     * Settles after an accepted claim or a passed claim deadline. Called under the locks of the award and the tranche.
     */
    @Transactional(TxType.MANDATORY)
    void handle(Award award, Tranche tranche, PersonId actor, Instant now) {
        var advance = tranches.lockAdvanceOf(tranche.id());
        if (advance.isEmpty()) {
            settle(award, tranche, acceptedTotalOf(tranche), actor, now);
            return;
        }
        switch (advance.get().status()) {
            case SCHEDULED, DUE, PREPARED -> {
                merge(tranche, advance.get(), actor, now);
                settle(award, tranche, acceptedTotalOf(tranche), actor, now);
            }
            case RELEASED ->
                timeline.record(
                        tranche,
                        Tranche.Act.AWAIT_ANSWER,
                        actor,
                        "on advance " + advance.get().id(),
                        now);
            case PAID -> deductAdvance(award, tranche, advance.get(), actor, now);
            case CANCELLED -> throw new IllegalStateException("a cancelled advance was locked as an advance");
        }
    }

    /** Settles the tranche that waited for the bank to book its advance, if one did. */
    @Transactional(TxType.MANDATORY)
    public void advanceBooked(Award award, Tranche advance, Instant now) {
        findTrancheAwaiting(advance).ifPresent(tranche -> deductAdvance(award, tranche, advance, PersonId.SYSTEM, now));
    }

    /**
     * Settles a bounced tranche. An advance whose tranche waited for the answer is merged back. Otherwise the payable
     * amount is lowered by the amount that is no longer owed, because the grantee never earned or spent it.
     *
     * @param notOwed the amount of the cancelled receivables
     * @return true when the tranche is not paid again; false when it is due
     */
    @Transactional(TxType.MANDATORY)
    boolean settleBounced(Award award, Tranche tranche, Money notOwed, Instant now) {
        var waiting = findTrancheAwaiting(tranche);
        if (waiting.isPresent()) {
            merge(waiting.get(), tranche, PersonId.SYSTEM, now);
            settle(award, waiting.get(), acceptedTotalOf(waiting.get()), PersonId.SYSTEM, now);
            return true;
        }
        if (notOwed.isZero()) {
            return false;
        }
        var earned = tranche.payable().minus(notOwed);
        if (tranche.advanceOf().isPresent() && !earned.isPositive()) {
            versions.inForce(award.id()).addUndrawn(tranche.money().settlePayable(earned));
            merge(tranches.lock(tranche.advanceOf().orElseThrow()), tranche, PersonId.SYSTEM, now);
            return true;
        }
        versions.inForce(award.id()).addUndrawn(lowerTranche.handle(tranche, earned, PersonId.SYSTEM, now));
        return tranche.status() != TrancheStatus.DUE;
    }

    private static Money acceptedTotalOf(Tranche tranche) {
        return tranche.money().acceptedTotal().orElseThrow();
    }

    private Optional<Tranche> findTrancheAwaiting(Tranche advance) {
        return advance.advanceOf()
                .map(tranches::lock)
                .filter(tranche -> tranche.money().isAwaitingBankAnswer());
    }

    private void merge(Tranche tranche, Tranche advance, PersonId actor, Instant now) {
        tranche.mergeAdvanceBack(advance);
        timeline.record(advance, TrancheTransition.MERGE, actor, now);
        outbox.append(tranche.advanceMerged(advance, actor, now));
    }

    private void deductAdvance(Award award, Tranche tranche, Tranche advance, PersonId actor, Instant now) {
        var acceptedTotal = acceptedTotalOf(tranche);
        var paid = advance.payable();
        settle(award, tranche, acceptedTotal.minus(acceptedTotal.min(paid)), actor, now);
        if (paid.exceeds(acceptedTotal)) {
            var reason = tranche.money().isAccepted()
                    ? Wording.of(
                            "owed-because.advance-above-accepted",
                            value("paid", paid),
                            value("accepted", acceptedTotal))
                    : Wording.of("owed-because.advance-unclaimed", value("paid", paid));
            raiseReceivable.handle(new RaiseReceivable.Command(
                    award,
                    advance.id(),
                    RaiseReceivable.Cause.UNEARNED_ADVANCE,
                    paid.minus(acceptedTotal),
                    reason,
                    actor,
                    now));
        }
    }

    /** Limits the payable amount to the tranche, which a version may have lowered in the meantime. */
    private void settle(Award award, Tranche tranche, Money payable, PersonId actor, Instant now) {
        versions.inForce(award.id()).addUndrawn(tranche.settle(payable.min(tranche.payable())));
        timeline.record(tranche, Tranche.Act.SETTLE, actor, "pays " + tranche.payable(), now);
        if (tranche.status() == TrancheStatus.CANCELLED) {
            holdAwardForReport.liftHold(tranche.id(), actor, now);
        }
        makeTrancheDue.handle(tranche.id());
    }
}
