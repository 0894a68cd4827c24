package hk.itf.assessment.reception;

import hk.itf.infra.duty.GrantDuties;
import hk.itf.infra.eventing.Reception;
import hk.itf.model.duty.Duty;
import hk.itf.model.event.DisbursementEvent.TranchePrepared;
import hk.itf.model.event.DisbursementEvent.TrancheReleased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Who pays a grant does not vet it: the duties taken in disbursement-service bind here too. */
@ApplicationScoped
class LearnPaymentDuties {

    private final GrantDuties duties;

    LearnPaymentDuties(GrantDuties duties) {
        this.duties = duties;
    }

    @Transactional
    Reception handle(TranchePrepared prepared) {
        duties.learn(prepared.grant(), prepared.actor(), Duty.PREPARED);
        duties.learn(prepared.grant(), prepared.payeeVerifiedBy(), Duty.VERIFIED_PAYEE);
        return Reception.APPLIED;
    }

    @Transactional
    Reception handle(TrancheReleased released) {
        duties.learn(released.grant(), released.actor(), Duty.RELEASED);
        return Reception.APPLIED;
    }
}
