package hk.itf.disbursement.settlement;

import static hk.itf.model.NamedValue.value;

import hk.itf.disbursement.award.Award;
import hk.itf.disbursement.award.AwardVersions;
import hk.itf.disbursement.receivable.RaiseReceivable;
import hk.itf.disbursement.tranche.Gates;
import hk.itf.disbursement.tranche.Tranche;
import hk.itf.disbursement.tranche.Tranches;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.Wording;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.id.PersonId;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Settles the tranche of the accounts from the accepted spending of the whole award. The tranche pays the spending that
 * the other tranches have not paid. Due and prepared tranches are lowered where they would exceed the spending. The
 * amount that the other tranches paid above the spending is owed back as unspent balance. An amount that is owed back
 * already, such as an unearned advance, does not count as paid.
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
        if (tranche.isClaimDecided()) {
            return Reception.late("the tranche is already decided by a claim or its claim deadline");
        }
        var spent = accounts.accepted();
        if (spent.exceeds(award.money().awarded())) {
            throw new IllegalStateException("the accepted spending of grant %s, %s, exceeds the awarded amount, %s"
                    .formatted(award.id(), spent, award.money().awarded()));
        }
        var all = tranches.lockAllOf(award.id());
        var others = all.stream()
                .filter(each -> !each.advanceOf().orElse(each.id()).equals(tranche.id()))
                .toList();
        if (others.stream().anyMatch(SettleAccounts::isUnsettled)) {
            return Reception.early("another tranche has no accepted claim, or the bank has not answered its release");
        }
        var payableWithAdvance = payable(all).minus(payable(others));
        var owedBefore = raiseReceivable.totalRaised(award.id());
        var now = clock.instant();
        lowerUnpaid(award, others, payable(others).minus(owedBefore).minus(spent), accounts.actor(), now);
        var paid = payable(others).minus(owedBefore);
        tranche.accept(spent.minus(paid).max(Money.ZERO).min(payableWithAdvance));
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
                    Wording.of("owed-because.unspent", value("paid", paid), value("spent", spent)),
                    accounts.actor(),
                    now));
        }
        return Reception.APPLIED;
    }

    private static boolean isUnsettled(Tranche tranche) {
        return switch (tranche.status()) {
            case SCHEDULED, RELEASED -> true;
            case DUE, PREPARED, PAID, CANCELLED -> false;
        };
    }

    /** Lowers due and prepared tranches by the amount above the accepted spending, the last tranche first. */
    private void lowerUnpaid(Award award, List<Tranche> others, Money aboveSpending, PersonId actor, Instant now) {
        var excess = aboveSpending;
        for (var other : others.reversed()) {
            if (excess.isPositive()
                    && !other.status().isOver()
                    && other.payableByBank().isPositive()) {
                var less = excess.min(other.payableByBank());
                versions.inForce(award.id())
                        .addUndrawn(lowerTranche.handle(other, other.payable().minus(less), actor, now));
                excess = excess.minus(less);
            }
        }
    }

    private static Money payable(List<Tranche> tranches) {
        return Money.sum(tranches.stream().map(Tranche::payable).toList());
    }
}
