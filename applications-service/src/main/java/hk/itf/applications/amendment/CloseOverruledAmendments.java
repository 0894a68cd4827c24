package hk.itf.applications.amendment;

import hk.itf.applications.application.Application;
import hk.itf.applications.notice.Notices;
import hk.itf.applications.proposal.OverlapQuota;
import hk.itf.infra.timeline.Timeline;
import hk.itf.infra.eventing.Outbox;
import hk.itf.model.Wording;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/** Ends what an amendment overrules, so that nobody vets it any more or waits for it; called under the grant's lock. */
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
    private final OverlapQuota days;
    private final Notices notices;
    private final Timeline timeline;
    private final Outbox outbox;

    CloseOverruledAmendments(
            Amendments amendments, OverlapQuota days, Notices notices, Timeline timeline, Outbox outbox) {
        this.amendments = amendments;
        this.days = days;
        this.notices = notices;
        this.timeline = timeline;
        this.outbox = outbox;
    }

    /** A termination is handed over: whatever is not decided is taken back. */
    @Transactional(TxType.MANDATORY)
    void undecidedBeside(Amendment termination, Application application, PersonId actor, Instant now) {
        amendments.others(termination).stream()
                .filter(other -> other.permits(AmendmentTransition.WITHDRAW))
                .forEach(other -> withdraw(other, application, actor, Cause.terminationSubmitted(), now));
        amendments.flush(); // one is under review at a time: those step back first
    }

    /** One that was withdrawn had been decided before: what was opened meanwhile is for a version that passes. */
    @Transactional(TxType.MANDATORY)
    void openedAfter(Amendment decided, Application application, PersonId actor, Instant now) {
        amendments.others(decided).stream()
                .filter(other -> !other.isTermination() && other.permits(AmendmentTransition.WITHDRAW))
                .forEach(other ->
                        withdraw(other, application, actor, Cause.decidedBeforeWithdrawal(), now));
        amendments.flush(); // one is open at a time: that steps back first
    }

    /**
     * Another version is in force: what was handed over for the one before cannot come into force any more. What is still
     * with those who asked for it can be asked for anew.
     */
    @Transactional(TxType.MANDATORY)
    void staleBeside(Amendment inForce, Application application, PersonId actor, Instant now) {
        var cause = inForce.isTermination() ? Cause.terminated() : Cause.otherVersionInForce();
        for (var other : amendments.others(inForce)) {
            switch (other.status()) {
                case SUBMITTED -> withdraw(other, application, actor, cause, now);
                case APPROVED -> giveUp(other, application, actor, cause, now);
                case DRAFT, CLARIFYING, IN_FORCE, DECLINED, WITHDRAWN -> {
                    // nobody vets it, or it is over
                }
            }
        }
    }

    private void withdraw(Amendment other, Application application, PersonId actor, Cause cause, Instant now) {
        var withdrawn = other.withdraw(actor, now);
        withdrawn.ifPresent(outbox::append);
        ended(other, AmendmentTransition.WITHDRAW, application, actor, cause, now);
    }

    private void giveUp(Amendment other, Application application, PersonId actor, Cause cause, Instant now) {
        other.giveUp();
        ended(other, AmendmentTransition.GIVE_UP, application, actor, cause, now);
    }

    private void ended(
            Amendment other,
            AmendmentTransition transition,
            Application application,
            PersonId actor,
            Cause cause,
            Instant now) {
        other.variedPlan().ifPresent(plan -> days.giveBack(application, plan));
        timeline.record(other, transition, actor, cause.detail(), now);
        notices.tell(
                application.organisation(),
                application.id(),
                cause.notice());
    }
}
