package hk.itf.disbursement.settlement;

import hk.itf.disbursement.award.Award;
import hk.itf.disbursement.award.AwardStatus;
import hk.itf.disbursement.award.AwardVersions;
import hk.itf.disbursement.receivable.CancelReceivable.CancelledAmounts;
import hk.itf.disbursement.receivable.RaiseReceivable;
import hk.itf.disbursement.tranche.Tranche;
import hk.itf.infra.eventing.Outbox;
import hk.itf.model.id.PersonId;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/**
 * A payment came back: it is made again as far as it is still to be paid, and what is owed of everything that was paid is
 * worked out anew from what is left with the grantee. Of an award that was ended nothing is paid again.
 */
@ApplicationScoped
public class SettleBounce {

    private final AwardVersions versions;
    private final SettleTranche settleTranche;
    private final LowerTranche lowerTranche;
    private final CompleteTermination terminateAward;
    private final RaiseReceivable raiseReceivable;
    private final Outbox outbox;

    SettleBounce(
            AwardVersions versions,
            SettleTranche settleTranche,
            LowerTranche lowerTranche,
            CompleteTermination terminateAward,
            RaiseReceivable raiseReceivable,
            Outbox outbox) {
        this.versions = versions;
        this.settleTranche = settleTranche;
        this.lowerTranche = lowerTranche;
        this.terminateAward = terminateAward;
        this.raiseReceivable = raiseReceivable;
        this.outbox = outbox;
    }

    /**
     * Called under the locks of the award and the tranche, after the money has moved.
     *
     * @param notOwed what was cancelled because of it
     */
    @Transactional(TxType.MANDATORY)
    public void handle(Award award, Tranche tranche, Money cameBack, CancelledAmounts notOwed, Instant now) {
        var unspent = cameBack.min(notOwed.unspent());
        if (award.isEnding()) {
            versions.inForce(award.id()).undraw(lowerTranche.handle(tranche, Money.ZERO, PersonId.SYSTEM, now));
        } else if (!settleTranche.bounced(award, tranche, notOwed.ofPayment().plus(unspent), now)) {
            outbox.append(tranche.dueAgain(now));
        }
        notOwed.accounts()
                .filter(accounts -> notOwed.unspent().exceeds(cameBack))
                .ifPresent(accounts -> raiseReceivable.handle(new RaiseReceivable.Command(
                        award,
                        accounts,
                        RaiseReceivable.Cause.UNSPENT_BALANCE,
                        notOwed.unspent().minus(cameBack),
                        "of %s that was paid and not spent, %s came back by itself"
                                .formatted(notOwed.unspent(), cameBack),
                        PersonId.SYSTEM,
                        now)));
        if (award.status() == AwardStatus.TERMINATED) {
            terminateAward.reclaimAnew(award, now);
        }
    }
}
