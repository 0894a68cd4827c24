package hk.itf.applications.amendment;

import static hk.itf.model.NamedValue.value;

import hk.itf.applications.application.Application;
import hk.itf.applications.application.PinnedRules;
import hk.itf.applications.proposal.OverlapQuota;
import hk.itf.infra.duty.GrantDuties;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.http.Actor;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.duty.Duty;
import hk.itf.model.event.Parties;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.GrantId;
import hk.itf.model.scheme.question.Answers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Submits an amendment, for the first time or after a clarification, or withdraws the amendment. */
@ApplicationScoped
class SubmitAmendment {

    record Command(GrantId application, AmendmentId amendment, EntityVersion expected, Actor by) {}

    private final AmendmentAccess access;
    private final Amendments amendments;
    private final CloseOverruledAmendments closeOverruled;
    private final OverlapQuota overlapQuota;
    private final PinnedRules pinnedRules;
    private final GrantDuties duties;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Clock clock;

    SubmitAmendment(
            AmendmentAccess access,
            Amendments amendments,
            CloseOverruledAmendments closeOverruled,
            OverlapQuota overlapQuota,
            PinnedRules pinnedRules,
            GrantDuties duties,
            Timeline timeline,
            Outbox outbox,
            Clock clock) {
        this.access = access;
        this.amendments = amendments;
        this.closeOverruled = closeOverruled;
        this.overlapQuota = overlapQuota;
        this.pinnedRules = pinnedRules;
        this.duties = duties;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Submits the amendment. The grant is locked. A termination withdraws the other undecided amendments.
     *
     * @throws DomainException {@code not-active} when the grant is not active; {@code award-changed} when another version
     *     came into force since the draft; {@code tranche-in-use}; {@code amendment-open} when another amendment of the
     *     grant blocks this one; {@code allowance-exceeded}; {@code one-person-one-duty} when the actor has another
     *     duty on the grant
     */
    @Transactional
    AmendmentView handle(Command command) {
        var now = clock.instant();
        var actor = command.by().person();
        access.getAsReader(command.application(), command.by()); // a stranger must not learn which amendments exist
        var amendment = amendments.get(command.application(), command.amendment());
        var application = access.lockAsSubmitter(amendment, command.by());
        command.expected().require(amendment.version());
        access.requireActive(application);
        if (amendment.baseVersion() != application.award().version()) {
            throw DomainException.conflict(
                    "award-changed",
                    value("drafted", amendment.baseVersion()),
                    value("inForce", application.award().version()));
        }
        access.requireUnusedTranchesOnly(application, amendment.kind(), amendment.plan());
        if (amendment.isTermination()) {
            amendments.requireNoOtherOpen(amendment); // refuses a second termination
            closeOverruled.withdrawUndecided(amendment, application, actor, now);
        }
        // After a clarification the reservation is replaced, and not added to.
        amendment.variedPlan().ifPresent(plan -> overlapQuota.reserve(application, plan));

        duties.take(application.id(), actor, Duty.SUBMITTED);
        var assessed = answersForAssessment(application, amendment);
        if (amendment.permits(AmendmentTransition.RESUBMIT)) {
            var resubmitted = amendment.resubmit(actor, assessed, now);
            timeline.record(amendment, AmendmentTransition.RESUBMIT, actor, now);
            outbox.append(resubmitted);
        } else {
            var submitted = amendment.submit(
                    actor, application.pinned().orElseThrow(), Parties.of(application.organisation()), assessed, now);
            timeline.record(amendment, AmendmentTransition.SUBMIT, actor, now);
            outbox.append(submitted);
        }
        return AmendmentView.of(amendment);
    }

    /**
     * Withdraws the amendment, even when the grant is no longer active. If assessment-service has approved the amendment
     * already, the approval takes effect.
     */
    @Transactional
    AmendmentView withdraw(Command command) {
        var now = clock.instant();
        access.getAsReader(command.application(), command.by()); // a stranger must not learn which amendments exist
        var amendment = amendments.get(command.application(), command.amendment());
        var application = access.lockAsSubmitter(amendment, command.by());
        command.expected().require(amendment.version());

        amendment.variedPlan().ifPresent(plan -> overlapQuota.returnQuota(application, plan));
        var withdrawn = amendment.withdraw(command.by().person(), now);
        timeline.record(amendment, AmendmentTransition.WITHDRAW, command.by().person(), now);
        withdrawn.ifPresent(outbox::append);
        amendments.flush(); // so that the view shows the new version
        return AmendmentView.of(amendment);
    }

    /**
     * The changed answers that are sent to assessment-service: all but the personal data, which never leaves this service.
     * An early end or a termination changes no answers.
     */
    private Answers answersForAssessment(Application application, Amendment amendment) {
        var scheme = pinnedRules.of(application);
        return switch (amendment.kind()) {
            case VARIATION -> scheme.questionnaire().assessed(amendment.changes());
            case NEXT_STAGE ->
                // stages() lists the stages after the first, so the next stage is at the index stage() - 1
                scheme.stages().get(application.stage() - 1).questionnaire().assessed(amendment.changes());
            case EARLY_END, TERMINATION -> Answers.NONE;
        };
    }
}
