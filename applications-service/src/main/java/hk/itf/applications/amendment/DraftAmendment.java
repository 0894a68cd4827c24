package hk.itf.applications.amendment;

import hk.itf.applications.application.Application;
import hk.itf.applications.grant.GrantTranches;
import hk.itf.applications.proposal.AmendmentRequest;
import hk.itf.applications.proposal.EarlyEndPlan;
import hk.itf.applications.proposal.OverlapQuota;
import hk.itf.applications.proposal.PlanNextStage;
import hk.itf.applications.proposal.PlanVariation;
import hk.itf.applications.proposal.ProposedVersion;
import hk.itf.applications.proposal.TerminationPlan;
import hk.itf.infra.http.Actor;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.GrantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Drafts an amendment, or changes one. The answer shows the proposed award version before anything is submitted. */
@ApplicationScoped
class DraftAmendment {

    record Command(GrantId application, AmendmentRequest change, String reason, Actor by) {}

    /** @param answer the answer to the clarification request */
    record Redraft(
            GrantId application,
            AmendmentId amendment,
            EntityVersion expected,
            AmendmentRequest change,
            String reason,
            Optional<String> answer,
            Actor by) {}

    private final AmendmentAccess access;
    private final Amendments amendments;
    private final GrantTranches tranches;
    private final PlanVariation variation;
    private final PlanNextStage nextStage;
    private final OverlapQuota overlapQuota;
    private final Timeline timeline;
    private final Clock clock;

    DraftAmendment(
            AmendmentAccess access,
            Amendments amendments,
            GrantTranches tranches,
            PlanVariation variation,
            PlanNextStage nextStage,
            OverlapQuota overlapQuota,
            Timeline timeline,
            Clock clock) {
        this.access = access;
        this.amendments = amendments;
        this.tranches = tranches;
        this.variation = variation;
        this.nextStage = nextStage;
        this.overlapQuota = overlapQuota;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    AmendmentView handle(Command command) {
        var now = clock.instant();
        var application = access.lockAsEditor(command.application(), command.change(), command.by());
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

    /** Calculates the proposed version again, from the award version that is in force now. */
    @Transactional
    AmendmentView handle(Redraft redraft) {
        var now = clock.instant();
        access.getAsReader(redraft.application(), redraft.by());
        var amendment = amendments.get(redraft.application(), redraft.amendment());
        var application = access.lockAsEditor(amendment, redraft.by());
        redraft.expected().require(amendment.version());
        access.requireActive(application);

        // the submission reserves the overlap quota of the new content
        amendment.variedPlan().ifPresent(plan -> overlapQuota.returnQuota(application, plan));
        amendment.change(
                application.award().version(),
                proposal(application, redraft.change(), now),
                redraft.reason(),
                redraft.answer().orElse(null));
        timeline.record(amendment, Amendment.Act.CHANGE, redraft.by().person(), now);
        amendments.flush();
        return AmendmentView.of(amendment);
    }

    private ProposedVersion proposal(Application application, AmendmentRequest request, Instant now) {
        var plan = application.award().plan().orElseThrow();
        var proposal = switch (request) {
            case AmendmentRequest.EarlyEnd(var lastDay) ->
                ProposedVersion.earlyEnd(lastDay, EarlyEndPlan.shorten(plan, lastDay));
            case AmendmentRequest.Variation change -> variation.of(application, change, now);
            case AmendmentRequest.NextStage change -> nextStage.of(application, change);
            case AmendmentRequest.Termination change ->
                TerminationPlan.of(plan, tranches.together(application.id()), change);
        };
        access.requireUnusedTranchesOnly(application, proposal.kind(), proposal.plan());
        return proposal;
    }
}
