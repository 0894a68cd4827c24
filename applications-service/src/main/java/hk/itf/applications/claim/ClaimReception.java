package hk.itf.applications.claim;

import static hk.itf.infra.eventing.ReceptionTable.Row.appliedIn;

import hk.itf.infra.eventing.ReceptionTable;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.event.AssessmentEvent.ClaimRejected;
import hk.itf.model.event.AssessmentEvent.ClarificationRequested;

/**
 * The claim statuses in which an event of assessment-service is applied. In any other status the event is recorded as late
 * and changes nothing. A redelivered event does not reach this table.
 */
final class ClaimReception {

    static final ReceptionTable<ClaimStatus> TABLE = ReceptionTable.of("claim", ClaimStatus.class)
            .with(ClarificationRequested.class, appliedIn(ClaimTransition.SEND_BACK.from()))
            .with(ClaimAccepted.class, appliedIn(ClaimTransition.ACCEPT.from()))
            .with(ClaimRejected.class, appliedIn(ClaimTransition.REJECT.from()));

    private ClaimReception() {}
}
