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
 * The rules of a set-off, checked at the proposal and again at the confirmation. A tranche must be payable by this
 * person to be set off by this person.
 */
@ApplicationScoped
class SetOffRules {

    private final PaymentReadinessCheck readiness;
    private final DutyConflicts conflicts;
    private final GrantDuties duties;

    SetOffRules(PaymentReadinessCheck readiness, DutyConflicts conflicts, GrantDuties duties) {
        this.readiness = readiness;
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
            Tranches.LockKeys keys,
            Money amount,
            PersonId actor,
            Duty duty,
            Instant now) {
        if (!receivable.organisation().equals(keys.organisation())) {
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
        readiness.check(tranche, keys.organisation(), now).require();
        conflicts.requireUninvolved(keys.grant(), actor);
        duties.take(keys.grant(), actor, duty);
    }
}
