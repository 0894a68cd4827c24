package hk.itf.disbursement.settlement;

import hk.itf.disbursement.award.Award;
import hk.itf.disbursement.award.AwardVersions;
import hk.itf.disbursement.receivable.RaiseReceivable;
import hk.itf.disbursement.tranche.Gates;
import hk.itf.disbursement.tranche.Tranche;
import hk.itf.disbursement.tranche.Tranches;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Reception;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Accounts were accepted, so what was spent of the whole award is known: their tranche pays what the others leave of that,
 * and what the others paid beyond it is owed back. Its own advance is netted as by any claim. What another has not paid yet, because it bounced, is not paid beyond it.
 */
@ApplicationScoped
class SettleAccounts {

    private final AwardVersions versions;
    private final Tranches tranches;
    private final Gates gates;
    private final LowerTranche lowerTranche;
    private final SettleTranche settleTranche;
    private final RaiseReceivable raiseReceivable;
    private final Timeline timeline;
    private final Clock clock;

    SettleAccounts(
            AwardVersions versions,
            Tranches tranches,
            Gates gates,
            LowerTranche lowerTranche,
            SettleTranche settleTranche,
            RaiseReceivable raiseReceivable,
            Timeline timeline,
            Clock clock) {
        this.versions = versions;
        this.tranches = tranches;
        this.gates = gates;
        this.lowerTranche = lowerTranche;
        this.settleTranche = settleTranche;
        this.raiseReceivable = raiseReceivable;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Called under the lock of the award. */
    @Transactional(TxType.MANDATORY)
    Reception handle(Award award, Tranche tranche, ClaimAccepted accounts) {
        if (tranche.isClaimed()) {
            return Reception.late("it is settled what the tranche comes to");
        }
        var spent = accounts.accepted();
        if (spent.exceeds(award.money().awarded())) {
            throw new IllegalStateException("more of grant " + award.id() + " was accepted as spent than was awarded");
        }
        var all = tranches.lockAllOf(award.id());
        var others = all.stream()
                .filter(each -> !each.advanceOf().orElse(each.id()).equals(tranche.id()))
                .toList();
        if (others.stream().anyMatch(SettleAccounts::isUndecided)) {
            return Reception.early("another instalment is still to be claimed, or the bank has not answered on it");
        }
        var whole = payable(all).minus(payable(others));
        var now = clock.instant();
        lowerUnpaid(award, others, accounts, now);
        var paid = payable(others);
        tranche.accept(spent.minus(paid).max(Money.ZERO).min(whole));
        gates.meet(tranche.id(), accounts.gates(), now);
        timeline.record(
                tranche,
                Tranche.Act.ACCEPT_ACCOUNTS,
                accounts.actor(),
                "claim " + accounts.claim() + ": spent " + spent,
                now);
        settleTranche.handle(award, tranche, accounts.actor(), now);
        if (paid.exceeds(spent)) {
            raiseReceivable.handle(new RaiseReceivable.Command(
                    award,
                    tranche.id(),
                    RaiseReceivable.Cause.UNSPENT_BALANCE,
                    paid.minus(spent),
                    "%s was paid and %s was spent".formatted(paid, spent),
                    accounts.actor(),
                    now));
        }
        return Reception.APPLIED;
    }

    private static boolean isUndecided(Tranche tranche) {
        return switch (tranche.status()) {
            case SCHEDULED, RELEASED -> true;
            case DUE, PREPARED, PAID, CANCELLED -> false;
        };
    }

    /** The last first. */
    private void lowerUnpaid(Award award, List<Tranche> others, ClaimAccepted accounts, Instant now) {
        var beyond = payable(others).minus(accounts.accepted());
        for (var other : others.reversed()) {
            if (beyond.isPositive() && !other.status().isOver() && other.toPay().isPositive()) {
                var less = beyond.min(other.toPay());
                versions.inForce(award.id())
                        .undraw(lowerTranche.handle(other, other.payable().minus(less), accounts.actor(), now));
                beyond = beyond.minus(less);
            }
        }
    }

    private static Money payable(List<Tranche> tranches) {
        return Money.sum(tranches.stream().map(Tranche::payable).toList());
    }
}
