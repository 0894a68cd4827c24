package hk.itf.applications.amendment;

import hk.itf.applications.application.Application;
import hk.itf.applications.notice.Notices;
import hk.itf.applications.proposal.OverlapQuota;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Outbox;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/** Ends what an amendment overrules, so that nobody vets it any more or waits for it; called under the grant's lock. */
@ApplicationScoped
class CloseOverruledAmendments {

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
                .forEach(other -> withdraw(other, application, actor, "the grant is to be terminated", now));
        amendments.flush(); // one is under review at a time: those step back first
    }

    /** One that was withdrawn had been decided before: what was opened meanwhile is for a version that passes. */
    @Transactional(TxType.MANDATORY)
    void openedAfter(Amendment decided, Application application, PersonId actor, Instant now) {
        amendments.others(decided).stream()
                .filter(other -> !other.isTermination() && other.permits(AmendmentTransition.WITHDRAW))
                .forEach(other ->
                        withdraw(other, application, actor, "the one before was decided before it was withdrawn", now));
        amendments.flush(); // one is open at a time: that steps back first
    }

    /**
     * Another version is in force: what was handed over for the one before cannot come into force any more. What is still
     * with those who asked for it can be asked for anew.
     */
    @Transactional(TxType.MANDATORY)
    void staleBeside(Amendment inForce, Application application, PersonId actor, Instant now) {
        var why = inForce.isTermination() ? "the grant is ended" : "another version of the award is in force";
        for (var other : amendments.others(inForce)) {
            switch (other.status()) {
                case SUBMITTED -> withdraw(other, application, actor, why, now);
                case APPROVED -> giveUp(other, application, actor, why, now);
                case DRAFT, CLARIFYING, IN_FORCE, DECLINED, WITHDRAWN -> {
                    // nobody vets it, or it is over
                }
            }
        }
    }

    private void withdraw(Amendment other, Application application, PersonId actor, String why, Instant now) {
        var withdrawn = other.withdraw(actor, now);
        withdrawn.ifPresent(outbox::append);
        ended(other, AmendmentTransition.WITHDRAW, application, actor, why, now);
    }

    private void giveUp(Amendment other, Application application, PersonId actor, String why, Instant now) {
        other.giveUp();
        ended(other, AmendmentTransition.GIVE_UP, application, actor, why, now);
    }

    private void ended(
            Amendment other,
            AmendmentTransition transition,
            Application application,
            PersonId actor,
            String why,
            Instant now) {
        other.variedPlan().ifPresent(plan -> days.giveBack(application, plan));
        timeline.record(other, transition, actor, why, now);
        notices.tell(
                application.organisation(),
                application.id(),
                "amendment-withdrawn",
                "A change that was asked for is taken back: %s.".formatted(why));
    }
}
