package hk.itf.disbursement.settlement;

import static hk.itf.model.NamedValue.value;

import hk.itf.disbursement.award.Award;
import hk.itf.disbursement.award.AwardStatus;
import hk.itf.disbursement.award.AwardVersions;
import hk.itf.disbursement.receivable.CancelReceivable.CancelledAmounts;
import hk.itf.disbursement.receivable.RaiseReceivable;
import hk.itf.disbursement.tranche.Tranche;
import hk.itf.infra.eventing.Outbox;
import hk.itf.model.Wording;
import hk.itf.model.id.PersonId;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/**
 * Settles a tranche after its payment bounced. The tranche is due again for the amount that is still payable.
 * Receivables that the bounce cancelled are raised again for the amount that is still owed. A terminated award pays
 * nothing again.
 */
@ApplicationScoped
public class SettleBounce {

    private final AwardVersions versions;
    private final SettleTranche settleTranche;
    private final LowerTranche lowerTranche;
    private final CompleteTermination completeTermination;
    private final RaiseReceivable raiseReceivable;
    private final Outbox outbox;

    SettleBounce(
            AwardVersions versions,
            SettleTranche settleTranche,
            LowerTranche lowerTranche,
            CompleteTermination completeTermination,
            RaiseReceivable raiseReceivable,
            Outbox outbox) {
        this.versions = versions;
        this.settleTranche = settleTranche;
        this.lowerTranche = lowerTranche;
        this.completeTermination = completeTermination;
        this.raiseReceivable = raiseReceivable;
        this.outbox = outbox;
    }

    /**
     * Called under the locks of the award and the tranche, after the money has moved.
     *
     * @param cameBack the amount of the bounced payment
     * @param cancelled the amounts of the receivables that the bounce cancelled
     */
    @Transactional(TxType.MANDATORY)
    public void handle(Award award, Tranche tranche, Money cameBack, CancelledAmounts cancelled, Instant now) {
        var unearned = cancelled.ofPayment(); // never above the payment, because an advance is not set off
        var unspent = cameBack.minus(unearned).min(cancelled.unspent());
        if (award.isBeingTerminated()) {
            versions.inForce(award.id()).addUndrawn(lowerTranche.handle(tranche, Money.ZERO, PersonId.SYSTEM, now));
        } else if (!settleTranche.settleBounced(award, tranche, unearned.plus(unspent), now)) {
            outbox.append(tranche.dueAgain(now));
        }
        cancelled
                .accounts()
                .filter(accounts -> cancelled.unspent().exceeds(unspent))
                .ifPresent(accounts -> raiseReceivable.handle(new RaiseReceivable.Command(
                        award,
                        accounts,
                        RaiseReceivable.Cause.UNSPENT_BALANCE,
                        cancelled.unspent().minus(unspent),
                        Wording.of(
                                "owed-because.unspent-after-bounce",
                                value("unspent", cancelled.unspent()),
                                value("bounced", unspent)),
                        PersonId.SYSTEM,
                        now)));
        if (award.status() == AwardStatus.TERMINATED) {
            completeTermination.reclaimAgain(award, now);
        }
    }
}
