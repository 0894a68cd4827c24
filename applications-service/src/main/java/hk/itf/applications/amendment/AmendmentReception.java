package hk.itf.applications.amendment;

import static hk.itf.infra.eventing.ReceptionTable.Row.appliedIn;

import hk.itf.infra.eventing.ReceptionTable;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.event.AssessmentEvent.AmendmentDeclined;
import hk.itf.model.event.AssessmentEvent.ClarificationRequested;

/** The table that says whether an event applies to an amendment, by status. */
final class AmendmentReception {

    static final ReceptionTable<AmendmentStatus> TABLE = ReceptionTable.of("amendment", AmendmentStatus.class)
            .with(ClarificationRequested.class, appliedIn(AmendmentTransition.SEND_BACK.from()))
            .with(AmendmentApproved.class, appliedIn(AmendmentTransition.APPROVE.from()))
            .with(AmendmentDeclined.class, appliedIn(AmendmentTransition.DECLINE.from()));

    private AmendmentReception() {}
}
