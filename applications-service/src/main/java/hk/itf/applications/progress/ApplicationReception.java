package hk.itf.applications.progress;

import static hk.itf.applications.application.ApplicationStatus.ACTIVE;
import static hk.itf.applications.application.ApplicationStatus.APPROVED;
import static hk.itf.applications.application.ApplicationStatus.CLARIFYING;
import static hk.itf.applications.application.ApplicationStatus.COMPLETED;
import static hk.itf.applications.application.ApplicationStatus.DRAFT;
import static hk.itf.applications.application.ApplicationStatus.IN_ASSESSMENT;
import static hk.itf.applications.application.ApplicationStatus.LAPSED;
import static hk.itf.applications.application.ApplicationStatus.OFFERED;
import static hk.itf.applications.application.ApplicationStatus.SUBMITTED;
import static hk.itf.applications.application.ApplicationStatus.TERMINATED;
import static hk.itf.applications.application.ApplicationStatus.WITHDRAWN;
import static hk.itf.infra.eventing.ReceptionTable.Row.appliedIn;

import hk.itf.applications.application.ApplicationStatus;
import hk.itf.applications.application.ApplicationTransition;
import hk.itf.infra.eventing.ReceptionTable;
import hk.itf.infra.eventing.ReceptionTable.Row;
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.AssessmentEvent.ApplicationDeclined;
import hk.itf.model.event.AssessmentEvent.ApplicationFoundIneligible;
import hk.itf.model.event.AssessmentEvent.AssessmentStarted;
import hk.itf.model.event.AssessmentEvent.ClarificationRequested;
import hk.itf.model.event.AssessmentEvent.InformationComplete;
import hk.itf.model.event.AssessmentEvent.StageGateFailed;
import hk.itf.model.event.AssessmentEvent.StageGatePassed;
import hk.itf.model.event.DisbursementEvent.AdvanceMerged;
import hk.itf.model.event.DisbursementEvent.AdvanceSplit;
import hk.itf.model.event.DisbursementEvent.AwardClosed;
import hk.itf.model.event.DisbursementEvent.AwardCommitted;
import hk.itf.model.event.DisbursementEvent.AwardTerminated;
import hk.itf.model.event.DisbursementEvent.AwardVoided;
import hk.itf.model.event.DisbursementEvent.AwardWaiting;
import hk.itf.model.event.DisbursementEvent.PaymentBounced;
import hk.itf.model.event.DisbursementEvent.ReceivableRaised;
import hk.itf.model.event.DisbursementEvent.ReceivableSettled;
import hk.itf.model.event.DisbursementEvent.TrancheDue;
import hk.itf.model.event.DisbursementEvent.TranchePaid;
import hk.itf.model.event.DisbursementEvent.TranchePrepared;
import hk.itf.model.event.DisbursementEvent.TrancheReleased;
import java.util.Set;

/**
 * What an application does with each event in each status. The topics of the other services are not ordered among each
 * other: a commitment may arrive before its approval, and an approval may arrive after the withdrawal.
 */
public final class ApplicationReception {

    private static final Set<ApplicationStatus> BEFORE_FILING = Set.of(DRAFT);
    /** An event waits while a clarification is open, until the resubmission. */
    private static final Set<ApplicationStatus> BEFORE_VETTING = Set.of(DRAFT, CLARIFYING);

    private static final Set<ApplicationStatus> BEFORE_DECISION = Set.of(DRAFT, SUBMITTED, IN_ASSESSMENT, CLARIFYING);
    private static final Set<ApplicationStatus> BEFORE_OFFER =
            Set.of(DRAFT, SUBMITTED, IN_ASSESSMENT, CLARIFYING, APPROVED);
    private static final Set<ApplicationStatus> BEFORE_ACCEPTANCE =
            Set.of(DRAFT, SUBMITTED, IN_ASSESSMENT, CLARIFYING, APPROVED, OFFERED);

    private static final Set<ApplicationStatus> ACCEPTED = Set.of(ACTIVE, COMPLETED);
    private static final Row<ApplicationStatus> PAYMENT = appliedIn(ACCEPTED).earlyIn(BEFORE_ACCEPTANCE);
    /** Money may return after the end of a grant. */
    private static final Row<ApplicationStatus> RETURN_OF_MONEY =
            appliedIn(Set.of(ACTIVE, COMPLETED, TERMINATED)).earlyIn(BEFORE_ACCEPTANCE);

    public static final ReceptionTable<ApplicationStatus> TABLE = ReceptionTable.of(
                    "application", ApplicationStatus.class)
            .with(
                    AssessmentStarted.class,
                    from(ApplicationTransition.START_ASSESSMENT).earlyIn(BEFORE_FILING))
            .with(
                    InformationComplete.class,
                    appliedIn(Set.of(SUBMITTED, IN_ASSESSMENT, CLARIFYING)).earlyIn(BEFORE_FILING))
            .with(
                    ClarificationRequested.class,
                    from(ApplicationTransition.SEND_BACK).earlyIn(BEFORE_VETTING))
            .with(
                    ApplicationFoundIneligible.class,
                    from(ApplicationTransition.FIND_INELIGIBLE).earlyIn(BEFORE_VETTING))
            .with(ApplicationApproved.class, from(ApplicationTransition.APPROVE).earlyIn(BEFORE_VETTING))
            .with(ApplicationDeclined.class, from(ApplicationTransition.DECLINE).earlyIn(BEFORE_VETTING))
            .with(StageGatePassed.class, from(ApplicationTransition.PASS_STAGE))
            .with(StageGateFailed.class, appliedIn(ACCEPTED))
            .with(AwardCommitted.class, from(ApplicationTransition.OFFER).earlyIn(BEFORE_DECISION))
            .with(AwardWaiting.class, appliedIn(Set.of(APPROVED, ACTIVE)).earlyIn(BEFORE_DECISION))
            .with(AwardVoided.class, appliedIn(Set.of(WITHDRAWN, LAPSED)))
            .with(TrancheDue.class, PAYMENT)
            .with(TranchePrepared.class, PAYMENT)
            .with(TrancheReleased.class, PAYMENT)
            .with(TranchePaid.class, PAYMENT)
            .with(PaymentBounced.class, RETURN_OF_MONEY)
            .with(AdvanceSplit.class, PAYMENT)
            .with(AdvanceMerged.class, PAYMENT)
            .with(ReceivableRaised.class, RETURN_OF_MONEY)
            .with(ReceivableSettled.class, RETURN_OF_MONEY)
            .with(AwardTerminated.class, from(ApplicationTransition.TERMINATE).earlyIn(BEFORE_OFFER))
            .with(AwardClosed.class, from(ApplicationTransition.COMPLETE).earlyIn(BEFORE_OFFER));

    private ApplicationReception() {}

    private static Row<ApplicationStatus> from(ApplicationTransition transition) {
        return appliedIn(transition.from());
    }
}
