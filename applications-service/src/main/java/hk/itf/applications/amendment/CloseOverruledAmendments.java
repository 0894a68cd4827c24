package hk.itf.applications.amendment;

import hk.itf.applications.application.Application;
import hk.itf.applications.notice.Notices;
import hk.itf.applications.proposal.OverlapQuota;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.Wording;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/** Closes the amendments that another amendment overrules. The caller holds the lock of the grant. */
@ApplicationScoped
class CloseOverruledAmendments {

    /** Why an amendment is closed: the detail on the timeline and the notice to the grantee. */
    private record Cause(String detail, Wording notice) {

        static Cause terminationSubmitted() {
            return new Cause(
                    "a termination of the grant was submitted",
                    Wording.of("amendment-withdrawn.termination-submitted"));
        }

        static Cause decidedBeforeWithdrawal() {
            return new Cause(
                    "the amendment before was decided before its withdrawal arrived",
                    Wording.of("amendment-withdrawn.earlier-decided"));
        }

        static Cause terminated() {
            return new Cause("the grant is terminated", Wording.of("amendment-withdrawn.terminated"));
        }

        static Cause otherVersionInForce() {
            return new Cause(
                    "another version of the award is in force", Wording.of("amendment-withdrawn.other-version"));
        }
    }

    private final Amendments amendments;
    private final OverlapQuota overlapQuota;
    private final Notices notices;
    private final Timeline timeline;
    private final Outbox outbox;

    CloseOverruledAmendments(
            Amendments amendments, OverlapQuota overlapQuota, Notices notices, Timeline timeline, Outbox outbox) {
        this.amendments = amendments;
        this.overlapQuota = overlapQuota;
        this.notices = notices;
        this.timeline = timeline;
        this.outbox = outbox;
    }

    /** Withdraws every undecided amendment of the grant when a termination is submitted. */
    @Transactional(TxType.MANDATORY)
    void withdrawUndecided(Amendment termination, Application application, PersonId actor, Instant now) {
        amendments.others(termination).stream()
                .filter(other -> other.permits(AmendmentTransition.WITHDRAW))
                .forEach(other -> withdraw(other, application, actor, Cause.terminationSubmitted(), now));
        amendments.flush(); // a constraint allows one amendment under review, so the withdrawals are written first
    }

    /**
     * Withdraws the amendments opened after {@code decided}. That amendment was approved before its withdrawal arrived, so
     * the later amendments propose to change a version that will be superseded.
     */
    @Transactional(TxType.MANDATORY)
    void withdrawOpenedAfter(Amendment decided, Application application, PersonId actor, Instant now) {
        amendments.others(decided).stream()
                .filter(other -> !other.isTermination() && other.permits(AmendmentTransition.WITHDRAW))
                .forEach(other -> withdraw(other, application, actor, Cause.decidedBeforeWithdrawal(), now));
        amendments.flush(); // a constraint allows one open amendment, so the withdrawals are written first
    }

    /**
     * Closes the submitted and approved amendments of the version that was superseded. The filer can change amendments in
     * draft or in clarification for the new version.
     */
    @Transactional(TxType.MANDATORY)
    void closeOutdated(Amendment inForce, Application application, PersonId actor, Instant now) {
        var cause = inForce.isTermination() ? Cause.terminated() : Cause.otherVersionInForce();
        for (var other : amendments.others(inForce)) {
            switch (other.status()) {
                case SUBMITTED -> withdraw(other, application, actor, cause, now);
                case APPROVED -> overrule(other, application, actor, cause, now);
                case DRAFT, CLARIFYING, IN_FORCE, DECLINED, WITHDRAWN -> {
                    // not under review, or closed already
                }
            }
        }
    }

    private void withdraw(Amendment other, Application application, PersonId actor, Cause cause, Instant now) {
        var withdrawn = other.withdraw(actor, now);
        withdrawn.ifPresent(outbox::append);
        recordClosed(other, AmendmentTransition.WITHDRAW, application, actor, cause, now);
    }

    private void overrule(Amendment other, Application application, PersonId actor, Cause cause, Instant now) {
        other.overrule();
        recordClosed(other, AmendmentTransition.GIVE_UP, application, actor, cause, now);
    }

    private void recordClosed(
            Amendment other,
            AmendmentTransition transition,
            Application application,
            PersonId actor,
            Cause cause,
            Instant now) {
        other.variedPlan().ifPresent(plan -> overlapQuota.returnQuota(application, plan));
        timeline.record(other, transition, actor, cause.detail(), now);
        notices.tell(application.organisation(), application.id(), cause.notice());
    }
}
