package hk.itf.disbursement.setoff;

import static hk.itf.model.NamedValue.value;

import hk.itf.disbursement.dutyconflict.DutyConflicts;
import hk.itf.disbursement.receivable.Receivable;
import hk.itf.disbursement.tranche.PaymentReadinessCheck;
import hk.itf.disbursement.tranche.Tranche;
import hk.itf.disbursement.tranche.TrancheTransition;
import hk.itf.disbursement.tranche.Tranches;
import hk.itf.infra.duty.GrantDuties;
import hk.itf.model.DomainException;
import hk.itf.model.duty.Duty;
import hk.itf.model.id.PersonId;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/**
 * What has to be so before what is owed is set off against a tranche: whoever could pay it could set it off, and nobody
 * else. Asked when it is proposed and again when it is confirmed.
 */
@ApplicationScoped
class SetOffRules {

    private final PaymentReadinessCheck gateKeeper;
    private final DutyConflicts conflicts;
    private final GrantDuties duties;

    SetOffRules(PaymentReadinessCheck gateKeeper, DutyConflicts conflicts, GrantDuties duties) {
        this.gateKeeper = gateKeeper;
        this.conflicts = conflicts;
        this.duties = duties;
    }

    /**
     * @throws DomainException {@code another-organisation}, {@code advance-not-set-off}, {@code illegal-transition},
     *     {@code exceeds-payable}, {@code gate-unmet}, {@code on-hold}, {@code duty-conflict} or
     *     {@code one-person-one-duty}
     */
    @Transactional(TxType.MANDATORY)
    void require(
            Receivable receivable,
            Tranche tranche,
            Tranches.LockKeys address,
            Money amount,
            PersonId actor,
            Duty duty,
            Instant now) {
        if (!receivable.organisation().equals(address.organisation())) {
            throw DomainException.conflict("another-organisation");
        }
        if (tranche.advanceOf().isPresent()) {
            throw DomainException.conflict("advance-not-set-off");
        }
        tranche.require(TrancheTransition.SET_OFF);
        if (amount.exceeds(tranche.payableByBank())) {
            throw DomainException.conflict(
                    "exceeds-payable", value("amount", amount), value("payable", tranche.payableByBank()));
        }
        gateKeeper.check(tranche, address.organisation(), now).require();
        conflicts.requireUninvolved(address.grant(), actor);
        duties.take(address.grant(), actor, duty);
    }
}
