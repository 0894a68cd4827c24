package hk.itf.applications.claim;

import static hk.itf.model.NamedValue.value;

import hk.itf.applications.application.ApplicantAccess;
import hk.itf.applications.application.Application;
import hk.itf.applications.application.PinnedRules;
import hk.itf.applications.grant.GrantTranches;
import hk.itf.infra.duty.GrantDuties;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.duty.Duty;
import hk.itf.model.event.Parties;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.tranche.ClaimKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Submits a claim, submits it again after a clarification, and withdraws it. */
@ApplicationScoped
class SubmitClaim {

    record Command(GrantId application, ClaimId claim, EntityVersion expected, PersonId by) {}

    private final ApplicantAccess access;
    private final Claims claims;
    private final GrantTranches tranches;
    private final ClaimPreconditions preconditions;
    private final ClaimPapers papers;
    private final ClaimViews views;
    private final PinnedRules pinnedRules;
    private final GrantDuties duties;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Clock clock;

    SubmitClaim(
            ApplicantAccess access,
            Claims claims,
            GrantTranches tranches,
            ClaimPreconditions preconditions,
            ClaimPapers papers,
            ClaimViews views,
            PinnedRules pinnedRules,
            GrantDuties duties,
            Timeline timeline,
            Outbox outbox,
            Clock clock) {
        this.access = access;
        this.claims = claims;
        this.tranches = tranches;
        this.preconditions = preconditions;
        this.papers = papers;
        this.views = views;
        this.pinnedRules = pinnedRules;
        this.duties = duties;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    ClaimView handle(Command command) {
        var now = clock.instant();
        var application = access.lockAsSubmitter(command.application(), command.by());
        var claim = claims.get(application.id(), command.claim());
        command.expected().require(claim.version());
        DraftClaim.requireActive(application);
        var tranche = tranches.get(application.id(), claim.tranche());
        preconditions.requireNoOpenAmendment(application, tranche);
        var scheme = pinnedRules.of(application);

        duties.take(application.id(), command.by(), Duty.SUBMITTED);
        if (claim.permits(ClaimTransition.RESUBMIT)) {
            var resubmitted = claim.resubmit(command.by(), gatesAndPapers(application, scheme, claim), now);
            timeline.record(claim, ClaimTransition.RESUBMIT, command.by(), now);
            outbox.append(resubmitted);
        } else {
            preconditions.require(application, claim.kind(), tranche, now);
            if (claim.kind() == ClaimKind.PAYMENT && claims.hasAdvanceUnderReview(claim.tranche())) {
                throw DomainException.conflict("advance-under-way", value("number", tranche.number()));
            }
            var submitted = claim.submit(
                    command.by(),
                    scheme.ref(),
                    Parties.of(application.organisation()),
                    gatesAndPapers(application, scheme, claim),
                    now);
            timeline.record(claim, ClaimTransition.SUBMIT, command.by(), now);
            outbox.append(submitted);
        }
        return views.of(application, claim);
    }

    private Claim.GatesAndPapers gatesAndPapers(Application application, Scheme scheme, Claim claim) {
        claim.requireSubmittable();
        return new Claim.GatesAndPapers(scheme.claims().gatesMetBy(claim.kind()), papers.complete(application, claim));
    }

    @Transactional
    ClaimView withdraw(Command command) {
        var now = clock.instant();
        var application = access.lockAsSubmitter(command.application(), command.by());
        var claim = claims.get(application.id(), command.claim());
        command.expected().require(claim.version());

        var withdrawn = claim.withdraw(command.by(), now);
        timeline.record(claim, ClaimTransition.WITHDRAW, command.by(), now);
        withdrawn.ifPresent(outbox::append);
        claims.flush();
        return views.of(application, claim);
    }
}
