package hk.itf.applications.claim;

import static hk.itf.model.NamedValue.value;

import hk.itf.applications.application.ApplicantAccess;
import hk.itf.applications.application.Application;
import hk.itf.applications.application.ApplicationStatus;
import hk.itf.applications.claimline.ClaimLineCalculator;
import hk.itf.applications.claimline.ClaimLineInput;
import hk.itf.applications.grant.GrantTranches;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.value.CleanText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Drafts a claim on a tranche, or changes one. The answer shows the calculated lines before anything is submitted. */
@ApplicationScoped
class DraftClaim {

    record Command(
            GrantId application,
            TrancheId tranche,
            ClaimKind kind,
            List<ClaimLineInput> lines,
            String report,
            PersonId by) {}

    record Redraft(
            GrantId application,
            ClaimId claim,
            EntityVersion expected,
            List<ClaimLineInput> lines,
            String report,
            PersonId by) {}

    private final ApplicantAccess access;
    private final GrantTranches tranches;
    private final Claims claims;
    private final ClaimPreconditions preconditions;
    private final ClaimLineCalculator lines;
    private final ClaimViews views;
    private final Timeline timeline;
    private final Clock clock;

    DraftClaim(
            ApplicantAccess access,
            GrantTranches tranches,
            Claims claims,
            ClaimPreconditions preconditions,
            ClaimLineCalculator lines,
            ClaimViews views,
            Timeline timeline,
            Clock clock) {
        this.access = access;
        this.tranches = tranches;
        this.claims = claims;
        this.preconditions = preconditions;
        this.lines = lines;
        this.views = views;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    ClaimView handle(Command command) {
        var now = clock.instant();
        var application = access.lockAsEditor(command.application(), command.by());
        requireActive(application);
        var tranche = tranches.get(application.id(), command.tranche());
        preconditions.requireNoOpenAmendment(application, tranche);
        preconditions.require(application, command.kind(), tranche, now);

        var claim = Claim.draft(ClaimId.next(), application.id(), tranche.id(), command.kind(), now);
        claim.fill(lines.of(application, command.kind(), tranche, command.lines()), requirePlainText(command.report()));
        claims.add(claim);
        timeline.record(claim, Claim.Act.DRAFT, command.by(), now);
        return views.of(application, claim);
    }

    @Transactional
    ClaimView handle(Redraft redraft) {
        var now = clock.instant();
        var application = access.lockAsEditor(redraft.application(), redraft.by());
        var claim = claims.get(application.id(), redraft.claim());
        redraft.expected().require(claim.version());

        var tranche = tranches.get(application.id(), claim.tranche());
        claim.fill(lines.of(application, claim.kind(), tranche, redraft.lines()), requirePlainText(redraft.report()));
        timeline.record(claim, Claim.Act.CHANGE, redraft.by(), now);
        claims.flush();
        return views.of(application, claim);
    }

    static void requireActive(Application application) {
        if (application.status() != ApplicationStatus.ACTIVE) {
            throw DomainException.conflict("not-active.claim", value("status", application.status()));
        }
    }

    private static String requirePlainText(String report) {
        if (!CleanText.isClean(report)) {
            throw DomainException.invalid(
                    "invalid-claim", List.of(Violation.of("/report", "control-characters.report")));
        }
        return report;
    }
}
