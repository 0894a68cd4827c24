package hk.itf.assessment.caseroute;

import static hk.itf.assessment.reviewcase.ReviewCaseStatus.OPEN;
import static hk.itf.infra.eventing.ReceptionTable.Row.appliedIn;

import hk.itf.assessment.reviewcase.ReviewCaseStatus;
import hk.itf.assessment.reviewcase.ReviewCaseTransition;
import hk.itf.infra.eventing.ReceptionTable;
import hk.itf.infra.eventing.ReceptionTable.Row;
import hk.itf.model.event.ApplicationEvent.AmendmentResubmitted;
import hk.itf.model.event.ApplicationEvent.AmendmentSubmitted;
import hk.itf.model.event.ApplicationEvent.AmendmentWithdrawn;
import hk.itf.model.event.ApplicationEvent.ApplicationResubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationSubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationWithdrawn;
import hk.itf.model.event.ApplicationEvent.ClaimResubmitted;
import hk.itf.model.event.ApplicationEvent.ClaimSubmitted;
import hk.itf.model.event.ApplicationEvent.ClaimWithdrawn;
import java.util.Set;

/** The reception of each event by status of the review case. */
final class ReviewCaseReception {

    private static final Row<ReviewCaseStatus> SUBMITTED = Row.opening();

    /** A resubmission meets an OPEN case only after a database was restored. The event waits, so that the filing is not lost. */
    private static final Row<ReviewCaseStatus> RESUBMITTED =
            appliedIn(ReviewCaseTransition.RESUME.from()).earlyIn(Set.of(OPEN));

    private static final Row<ReviewCaseStatus> WITHDRAWN =
            appliedIn(ReviewCaseTransition.WITHDRAW.from()).lateWhenUnknown();

    static final ReceptionTable<ReviewCaseStatus> TABLE = ReceptionTable.of("review case", ReviewCaseStatus.class)
            .with(ApplicationSubmitted.class, SUBMITTED)
            .with(ClaimSubmitted.class, SUBMITTED)
            .with(AmendmentSubmitted.class, SUBMITTED)
            .with(ApplicationResubmitted.class, RESUBMITTED)
            .with(ClaimResubmitted.class, RESUBMITTED)
            .with(AmendmentResubmitted.class, RESUBMITTED)
            .with(ApplicationWithdrawn.class, WITHDRAWN)
            .with(ClaimWithdrawn.class, WITHDRAWN)
            .with(AmendmentWithdrawn.class, WITHDRAWN);

    private ReviewCaseReception() {}
}
