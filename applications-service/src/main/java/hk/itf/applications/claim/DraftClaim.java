package hk.itf.applications.claim;

import hk.itf.applications.application.ApplicantAccess;
import hk.itf.applications.application.Application;
import hk.itf.applications.application.ApplicationStatus;
import hk.itf.applications.application.GrantTranche;
import hk.itf.applications.application.GrantTranches;
import hk.itf.applications.claim.ClaimArithmetic.MonthPaid;
import hk.itf.applications.scheme.Schemes;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.http.EntityVersion;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.scheme.CleanText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Drafts a claim on a tranche, or changes one: what each month comes to is worked out here. */
@ApplicationScoped
class DraftClaim {

    record Command(GrantId application, TrancheId tranche, List<MonthPaid> lines, String report, PersonId by) {}

    record Change(
            GrantId application,
            ClaimId claim,
            EntityVersion expected,
            List<MonthPaid> lines,
            String report,
            PersonId by) {}

    private final ApplicantAccess access;
    private final GrantTranches tranches;
    private final Claims claims;
    private final Schemes schemes;
    private final Timeline timeline;
    private final Clock clock;

    DraftClaim(
            ApplicantAccess access,
            GrantTranches tranches,
            Claims claims,
            Schemes schemes,
            Timeline timeline,
            Clock clock) {
        this.access = access;
        this.tranches = tranches;
        this.claims = claims;
        this.schemes = schemes;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    ClaimView handle(Command command) {
        var now = clock.instant();
        var application = access.asEditor(command.application(), command.by());
        requireActive(application);
        var tranche = tranches.get(application.id(), command.tranche());
        requireClaimable(tranche, now);

        var claim = Claim.draft(ClaimId.next(), application.id(), tranche.id(), now);
        claim.fill(lines(application, tranche, command.lines()), clean(command.report()));
        claims.add(claim);
        timeline.record(claim, "DRAFT", command.by(), "", now);
        return ClaimView.of(claim);
    }

    @Transactional
    ClaimView handle(Change change) {
        var now = clock.instant();
        var application = access.asEditor(change.application(), change.by());
        var claim = claims.get(application.id(), change.claim());
        change.expected().require(claim.version());

        var tranche = tranches.get(application.id(), claim.tranche());
        claim.fill(lines(application, tranche, change.lines()), clean(change.report()));
        timeline.record(claim, "CHANGE", change.by(), "", now);
        claims.flush();
        return ClaimView.of(claim);
    }

    static void requireActive(Application application) {
        if (application.status() != ApplicationStatus.ACTIVE) {
            throw DomainException.conflict("not-active", "Only a running grant can be claimed from or changed.");
        }
    }

    /** In arrears: the period has ended; and in time: the deadline has not passed. */
    static void requireClaimable(GrantTranche tranche, Instant now) {
        var today = HongKong.dayOf(now);
        if (tranche.status() != GrantTranche.Status.SCHEDULED) {
            throw DomainException.conflict("tranche-not-claimable", "This tranche is not waiting for a claim.");
        }
        if (!today.isAfter(tranche.period().to())) {
            throw DomainException.broken(
                    "claim-too-early",
                    "The period ends on %s; it is paid in arrears."
                            .formatted(tranche.period().to()));
        }
        if (today.isAfter(tranche.claimBy())) {
            throw DomainException.broken("claim-too-late", "The claim was due by %s.".formatted(tranche.claimBy()));
        }
    }

    private List<ClaimFiling.Line> lines(Application application, GrantTranche tranche, List<MonthPaid> given) {
        var scheme = schemes.get(application.pinned().orElseThrow());
        return ClaimArithmetic.lines(
                scheme.funding(), application.answers(), tranche, tranches.of(application.id()), given);
    }

    private static String clean(String report) {
        if (!CleanText.isClean(report)) {
            throw DomainException.invalid(
                    "invalid-claim",
                    "Some fields are not as they must be.",
                    List.of(new Violation("/report", "control-characters", CleanText.RULE)));
        }
        return report;
    }
}
