package hk.itf.applications.reception;

import hk.itf.applications.amendment.PutAmendmentInForce;
import hk.itf.applications.progress.FollowDisbursement;
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

/** Hands the events of disbursement-service to the use cases that apply them. */
@ApplicationScoped
class DisbursementEventsConsumer implements EventsConsumer<DisbursementEvent> {

    private final FollowDisbursement grants;
    private final PutAmendmentInForce amendmentInForce;

    DisbursementEventsConsumer(FollowDisbursement grants, PutAmendmentInForce amendmentInForce) {
        this.grants = grants;
        this.amendmentInForce = amendmentInForce;
    }

    @Override
    public Class<DisbursementEvent> family() {
        return DisbursementEvent.class;
    }

    @Override
    public Reception on(DisbursementEvent event) {
        return switch (event) {
            case AwardCommitted committed -> grants.handle(committed);
            case AwardWaiting waiting -> grants.handle(waiting);
            case AwardVoided voided -> grants.handle(voided);
            case AwardAmended amended -> amendmentInForce.handle(amended);
            case TrancheDue due -> grants.handle(due);
            case TranchePrepared prepared -> grants.handle(prepared);
            case TrancheReleased released -> grants.handle(released);
            case TranchePaid paid -> grants.handle(paid);
            case PaymentBounced bounced -> grants.handle(bounced);
            case AdvanceSplit split -> grants.handle(split);
            case AdvanceMerged merged -> grants.handle(merged);
            case ReceivableRaised raised -> grants.handle(raised);
            case ReceivableSettled settled -> grants.handle(settled);
            case AwardClosed closed -> grants.handle(closed);
            case AwardTerminated terminated -> grants.handle(terminated);
            case PayeeVerified verified -> Reception.APPLIED; // this service keeps no bank details
        };
    }
}
