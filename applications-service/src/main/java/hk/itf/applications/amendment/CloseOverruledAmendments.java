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

/** Closes amendments that another amendment of the grant overrules. The caller holds the lock of the grant. */
@ApplicationScoped
class CloseOverruledAmendments {

    /** Why an amendment is closed: the detail on the timeline, in English for staff, and the notice to the grantee. */
    private record Cause(String detail, Wording notice) {

        static Cause terminationSubmitted() {
            return new Cause(
                    "a termination of the grant was submitted",
                    Wording.of("amendment-withdrawn.termination-submitted"));
        }

        static Cause decidedBeforeWithdrawal() {
            return new Cause(
                    "an earlier amendment had been approved when its withdrawal arrived",
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

    /**
     * Withdraws the other amendments of the grant in draft, under review or in clarification, because a termination is
     * submitted. The caller has checked that no other termination is open.
     */
    @Transactional(TxType.MANDATORY)
    void withdrawUndecided(Amendment termination, Application application, PersonId actor, Instant now) {
        amendments.others(termination).stream()
                .filter(other -> other.permits(AmendmentTransition.WITHDRAW))
                .forEach(other -> withdraw(other, application, actor, Cause.terminationSubmitted(), now));
        // A unique index allows one amendment under review, so the withdrawals are written before the termination.
        amendments.flush();
    }

    /**
     * Withdraws the amendments that were opened after the grantee withdrew {@code decided}. Assessment-service had
     * approved {@code decided} before the withdrawal arrived there, so the approval takes effect, and the later
     * amendments propose to change a version that will be superseded. A termination stays, because it ends any version.
     */
    @Transactional(TxType.MANDATORY)
    void withdrawOpenedAfter(Amendment decided, Application application, PersonId actor, Instant now) {
        // One amendment is open at a time, so every open one was opened after the withdrawal.
        amendments.others(decided).stream()
                .filter(other -> !other.isTermination() && other.permits(AmendmentTransition.WITHDRAW))
                .forEach(other -> withdraw(other, application, actor, Cause.decidedBeforeWithdrawal(), now));
        // A unique index allows one open amendment, so the withdrawals are written before the approval.
        amendments.flush();
    }

    /**
     * Closes the submitted and approved amendments when {@code inForce} has come into force, because they were made for
     * the superseded version. Drafts and amendments in clarification stay: their filer can adapt them to the new version.
     * After a termination they can only be withdrawn.
     */
    @Transactional(TxType.MANDATORY)
    void closeOutdated(Amendment inForce, Application application, PersonId actor, Instant now) {
        var cause = inForce.isTermination() ? Cause.terminated() : Cause.otherVersionInForce();
        for (var other : amendments.others(inForce)) {
            switch (other.status()) {
                case SUBMITTED -> withdraw(other, application, actor, cause, now);
                case APPROVED -> overrule(other, application, actor, cause, now);
                case DRAFT, CLARIFYING, IN_FORCE, DECLINED, WITHDRAWN -> {
                    // the filer can still change a draft or an amendment in clarification; the others have ended
                }
            }
        }
    }

    private void withdraw(Amendment other, Application application, PersonId actor, Cause cause, Instant now) {
        var withdrawn = other.withdraw(actor, now);
        withdrawn.ifPresent(outbox::append); // empty for a draft, which assessment-service does not know
        settleClosed(other, AmendmentTransition.WITHDRAW, application, actor, cause, now);
    }

    /** Needs no event: assessment-service closed its case with the approval. */
    private void overrule(Amendment other, Application application, PersonId actor, Cause cause, Instant now) {
        other.overrule();
        settleClosed(other, AmendmentTransition.OVERRULE, application, actor, cause, now);
    }

    /** Returns the overlap quota of the closed amendment, records the transition and notifies the grantee. */
    private void settleClosed(
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
