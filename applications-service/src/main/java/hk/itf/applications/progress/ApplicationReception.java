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

import hk.itf.applications.application.ApplicationStatus;
import hk.itf.applications.application.ApplicationTransition;
import hk.itf.infra.eventing.Reception;
import hk.itf.model.event.ApplicationEvent;
import hk.itf.model.event.AssessmentEvent;
import hk.itf.model.event.DisbursementEvent;
import hk.itf.model.event.DomainEvent;
import java.util.Set;

/**
 * What an application does with each event in each status. The two topics are not ordered among each other and neither
 * knows of a withdrawal that is on its way: a commitment may overtake its approval (early), an approval may meet a
 * withdrawal (late). Whatever is in neither set is late.
 */
public final class ApplicationReception {

    private record Row(Set<ApplicationStatus> apply, Set<ApplicationStatus> early) {}

    private static final Set<ApplicationStatus> BEFORE_DECISION = Set.of(DRAFT, SUBMITTED, IN_ASSESSMENT, CLARIFYING);
    private static final Set<ApplicationStatus> BEFORE_OFFER =
            Set.of(DRAFT, SUBMITTED, IN_ASSESSMENT, CLARIFYING, APPROVED);
    private static final Set<ApplicationStatus> BEFORE_ACTIVE =
            Set.of(DRAFT, SUBMITTED, IN_ASSESSMENT, CLARIFYING, APPROVED, OFFERED);
    private static final Set<ApplicationStatus> RUNNING = Set.of(ACTIVE, COMPLETED);
    /** Money comes back after a grant was ended, too. */
    private static final Set<ApplicationStatus> WITH_MONEY_OUT = Set.of(ACTIVE, COMPLETED, TERMINATED);

    private ApplicationReception() {}

    public static Reception of(ApplicationStatus status, DomainEvent event) {
        var row = row(event);
        if (row.apply().contains(status)) {
            return Reception.APPLIED;
        }
        var situation = "the application is " + status;
        return row.early().contains(status) ? Reception.early(situation) : Reception.late(situation);
    }

    private static Row row(DomainEvent event) {
        return switch (event) {
            case AssessmentEvent assessment -> row(assessment);
            case DisbursementEvent disbursement -> row(disbursement);
            case ApplicationEvent own -> new Row(Set.of(), Set.of());
        };
    }

    private static Row row(AssessmentEvent event) {
        return switch (event) {
            case AssessmentEvent.AssessmentStarted started -> new Row(Set.of(SUBMITTED), Set.of(DRAFT));
            case AssessmentEvent.InformationComplete complete ->
                new Row(Set.of(SUBMITTED, IN_ASSESSMENT, CLARIFYING), Set.of(DRAFT));
            case AssessmentEvent.ClarificationRequested requested ->
                new Row(ApplicationTransition.SEND_BACK.from(), Set.of(DRAFT, CLARIFYING));
            case AssessmentEvent.ApplicationFoundIneligible ineligible ->
                new Row(ApplicationTransition.FIND_INELIGIBLE.from(), Set.of(DRAFT, CLARIFYING));
            case AssessmentEvent.ApplicationApproved approved ->
                new Row(ApplicationTransition.APPROVE.from(), Set.of(DRAFT, CLARIFYING));
            case AssessmentEvent.ApplicationDeclined declined ->
                new Row(ApplicationTransition.DECLINE.from(), Set.of(DRAFT, CLARIFYING));
            // These concern papers, claims and amendments: whatever the application's status, they are for them.
            case AssessmentEvent.ReviewTaskTaken taken -> always();
            case AssessmentEvent.ReviewTaskEnded ended -> always();
            case AssessmentEvent.ClaimAccepted accepted -> new Row(RUNNING, Set.of());
            case AssessmentEvent.ClaimRejected rejected -> new Row(RUNNING, Set.of());
            case AssessmentEvent.StageGatePassed passed -> new Row(ApplicationTransition.PASS_STAGE.from(), Set.of());
            case AssessmentEvent.StageGateFailed failed -> new Row(RUNNING, Set.of());
            case AssessmentEvent.AmendmentApproved approved -> new Row(RUNNING, Set.of());
            case AssessmentEvent.AmendmentDeclined declined -> new Row(RUNNING, Set.of());
        };
    }

    private static Row row(DisbursementEvent event) {
        return switch (event) {
            case DisbursementEvent.AwardCommitted committed -> new Row(Set.of(APPROVED), BEFORE_DECISION);
            case DisbursementEvent.AwardWaiting waiting -> new Row(Set.of(APPROVED, ACTIVE), BEFORE_DECISION);
            case DisbursementEvent.AwardVoided voided -> new Row(Set.of(WITHDRAWN, LAPSED), Set.of());
            case DisbursementEvent.AwardAmended amended -> new Row(RUNNING, Set.of());
            case DisbursementEvent.PayeeVerified verified -> always();
            case DisbursementEvent.TrancheDue due -> new Row(RUNNING, BEFORE_ACTIVE);
            case DisbursementEvent.TranchePrepared prepared -> new Row(RUNNING, BEFORE_ACTIVE);
            case DisbursementEvent.TrancheReleased released -> new Row(RUNNING, BEFORE_ACTIVE);
            case DisbursementEvent.TranchePaid paid -> new Row(RUNNING, BEFORE_ACTIVE);
            case DisbursementEvent.PaymentBounced bounced -> new Row(WITH_MONEY_OUT, BEFORE_ACTIVE);
            case DisbursementEvent.AdvanceSplit split -> new Row(RUNNING, BEFORE_ACTIVE);
            case DisbursementEvent.AdvanceMerged merged -> new Row(RUNNING, BEFORE_ACTIVE);
            case DisbursementEvent.ReceivableRaised raised -> new Row(WITH_MONEY_OUT, BEFORE_ACTIVE);
            case DisbursementEvent.ReceivableSettled settled -> new Row(WITH_MONEY_OUT, BEFORE_ACTIVE);
            case DisbursementEvent.AwardTerminated terminated -> new Row(Set.of(ACTIVE), BEFORE_OFFER);
            case DisbursementEvent.AwardClosed closed -> new Row(Set.of(ACTIVE), BEFORE_OFFER);
        };
    }

    private static Row always() {
        return new Row(Set.of(ApplicationStatus.values()), Set.of());
    }
}
