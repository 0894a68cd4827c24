package hk.itf.assessment.reception;

import hk.itf.infra.eventing.EventsConsumer;
import hk.itf.infra.eventing.Reception;
import hk.itf.model.event.DisbursementEvent;
import hk.itf.model.event.DisbursementEvent.AdvanceMerged;
import hk.itf.model.event.DisbursementEvent.AdvanceSplit;
import hk.itf.model.event.DisbursementEvent.AwardAmended;
import hk.itf.model.event.DisbursementEvent.AwardClosed;
import hk.itf.model.event.DisbursementEvent.AwardCommitted;
import hk.itf.model.event.DisbursementEvent.AwardTerminated;
import hk.itf.model.event.DisbursementEvent.AwardVoided;
import hk.itf.model.event.DisbursementEvent.AwardWaiting;
import hk.itf.model.event.DisbursementEvent.PayeeVerified;
import hk.itf.model.event.DisbursementEvent.PaymentBounced;
import hk.itf.model.event.DisbursementEvent.ReceivableRaised;
import hk.itf.model.event.DisbursementEvent.ReceivableSettled;
import hk.itf.model.event.DisbursementEvent.TrancheDue;
import hk.itf.model.event.DisbursementEvent.TranchePaid;
import hk.itf.model.event.DisbursementEvent.TranchePrepared;
import hk.itf.model.event.DisbursementEvent.TrancheReleased;
import jakarta.enterprise.context.ApplicationScoped;

/** The events of disbursement-service. None changes a review case. The event loop learns their duties before this consumer runs. */
@ApplicationScoped
class DisbursementEventsConsumer implements EventsConsumer<DisbursementEvent> {

    @Override
    public Class<DisbursementEvent> family() {
        return DisbursementEvent.class;
    }

    @Override
    public Reception on(DisbursementEvent event) {
        return switch (event) {
            case TranchePrepared prepared -> Reception.APPLIED;
            case TrancheReleased released -> Reception.APPLIED;
            case AwardCommitted committed -> Reception.APPLIED;
            case AwardWaiting waiting -> Reception.APPLIED;
            case AwardAmended amended -> Reception.APPLIED;
            case AwardVoided voided -> Reception.APPLIED;
            // Names no grant. TranchePrepared carries the payee verifier's duty.
            case PayeeVerified verified -> Reception.APPLIED;
            case TrancheDue due -> Reception.APPLIED;
            case TranchePaid paid -> Reception.APPLIED;
            case PaymentBounced bounced -> Reception.APPLIED;
            case AdvanceSplit split -> Reception.APPLIED;
            case AdvanceMerged merged -> Reception.APPLIED;
            case ReceivableRaised raised -> Reception.APPLIED;
            case ReceivableSettled settled -> Reception.APPLIED;
            case AwardClosed closed -> Reception.APPLIED;
            case AwardTerminated terminated -> Reception.APPLIED;
        };
    }
}
