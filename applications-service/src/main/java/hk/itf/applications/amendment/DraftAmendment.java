package hk.itf.applications.amendment;

import hk.itf.applications.proposal.Change;
import hk.itf.applications.proposal.EarlyEnd;
import hk.itf.applications.proposal.Proposal;
import hk.itf.applications.proposal.ProposeNextStage;
import hk.itf.applications.proposal.ProposeVariation;
import hk.itf.applications.proposal.Termination;
import hk.itf.applications.application.Application;
import hk.itf.applications.grant.GrantTranches;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.http.Actor;
import hk.itf.infra.http.EntityVersion;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.GrantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Drafts a change to a running grant, or another one instead: what it would make of the award is worked out, and shown, before it is submitted. */
@ApplicationScoped
class DraftAmendment {

    record Command(GrantId application, Change change, String reason, Actor by) {}

    /** @param answer to the question of a clarification */
    record Redraft(
            GrantId application,
            AmendmentId amendment,
            EntityVersion expected,
            Change change,
            String reason,
            Optional<String> answer,
            Actor by) {}

    private final AmendmentAccess access;
    private final Amendments amendments;
    private final GrantTranches tranches;
    private final ProposeVariation variation;
    private final ProposeNextStage nextStage;
    private final OccupiedDays days;
    private final Timeline timeline;
    private final Clock clock;

    DraftAmendment(
            AmendmentAccess access,
            Amendments amendments,
            GrantTranches tranches,
            ProposeVariation variation,
            ProposeNextStage nextStage,
            OccupiedDays days,
            Timeline timeline,
            Clock clock) {
        this.access = access;
        this.amendments = amendments;
        this.tranches = tranches;
        this.variation = variation;
        this.nextStage = nextStage;
        this.days = days;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    AmendmentView handle(Command command) {
        var now = clock.instant();
        var application = access.asEditor(command.application(), command.change(), command.by());
        access.requireActive(application);
        var amendment = Amendment.draft(
                AmendmentId.next(),
                application.id(),
                application.award().version(),
                proposal(application, command.change(), now),
                command.reason(),
                access.isOfFund(command.change(), command.by()),
                now);
        amendments.add(amendment);
        timeline.record(amendment, Amendment.Act.DRAFT, command.by().person(), now);
        return AmendmentView.of(amendment);
    }

    /** Worked out anew by the same rules, from the version that is in force by now. */
    @Transactional
    AmendmentView handle(Redraft redraft) {
        var now = clock.instant();
        access.toRead(redraft.application(), redraft.by());
        var amendment = amendments.get(redraft.application(), redraft.amendment());
        var application = access.asEditor(amendment, redraft.by());
        redraft.expected().require(amendment.version());
        access.requireActive(application);

        days.giveBack(application, amendment); // what is asked for instead is reserved when it is handed over
        amendment.change(
                application.award().version(),
                proposal(application, redraft.change(), now),
                redraft.reason(),
                redraft.answer().orElse(null));
        timeline.record(amendment, Amendment.Act.CHANGE, redraft.by().person(), now);
        amendments.flush();
        return AmendmentView.of(amendment);
    }

    private Proposal proposal(Application application, Change asked, Instant now) {
        var plan = application.award().plan().orElseThrow();
        var proposal = switch (asked) {
            case Change.EarlierEnd(var lastDay) -> Proposal.earlyEnd(lastDay, EarlyEnd.of(plan, lastDay));
            case Change.Variation change -> variation.of(application, change, now);
            case Change.NextStage change -> nextStage.of(application, change);
            case Change.Termination change -> Termination.of(plan, tranches.together(application.id()), change);
        };
        access.requireUntouched(application, proposal.kind(), proposal.plan());
        return proposal;
    }
}
