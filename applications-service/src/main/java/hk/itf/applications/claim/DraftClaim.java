package hk.itf.applications.claim;

import hk.itf.applications.application.ApplicantAccess;
import hk.itf.applications.application.Application;
import hk.itf.applications.application.ApplicationStatus;
import hk.itf.applications.application.GrantTranche;
import hk.itf.applications.application.GrantTranches;
import hk.itf.applications.organisation.Organisations;
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
import hk.itf.model.money.Money;
import hk.itf.model.scheme.ClaimKind;
import hk.itf.model.scheme.CleanText;
import hk.itf.model.scheme.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Drafts a claim on a tranche, or changes one: what each month comes to is worked out here. */
@ApplicationScoped
class DraftClaim {

    record Command(
            GrantId application,
            TrancheId tranche,
            ClaimKind kind,
            List<GivenLine> lines,
            String report,
            PersonId by) {}

    record Change(
            GrantId application,
            ClaimId claim,
            EntityVersion expected,
            List<GivenLine> lines,
            String report,
            PersonId by) {}

    private final ApplicantAccess access;
    private final GrantTranches tranches;
    private final Claims claims;
    private final Schemes schemes;
    private final Organisations organisations;
    private final Timeline timeline;
    private final Clock clock;

    DraftClaim(
            ApplicantAccess access,
            GrantTranches tranches,
            Claims claims,
            Schemes schemes,
            Organisations organisations,
            Timeline timeline,
            Clock clock) {
        this.access = access;
        this.tranches = tranches;
        this.claims = claims;
        this.schemes = schemes;
        this.organisations = organisations;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    ClaimView handle(Command command) {
        var now = clock.instant();
        var application = access.asEditor(command.application(), command.by());
        requireActive(application);
        var tranche = tranches.get(application.id(), command.tranche());
        requireClaimable(command.kind(), tranche, now);

        var claim = Claim.draft(ClaimId.next(), application.id(), tranche.id(), command.kind(), now);
        claim.fill(
                lines(application, command.kind(), tranche, command.lines()), most(tranche), clean(command.report()));
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
        claim.fill(lines(application, claim.kind(), tranche, change.lines()), most(tranche), clean(change.report()));
        timeline.record(claim, "CHANGE", change.by(), "", now);
        claims.flush();
        return ClaimView.of(claim);
    }

    static void requireActive(Application application) {
        if (application.status() != ApplicationStatus.ACTIVE) {
            throw DomainException.conflict("not-active", "Only a running grant can be claimed from or changed.");
        }
    }

    /**
     * A payment is claimed in arrears, when the period has ended, and in time; an advance before the period has ended, once,
     * where the scheme has it.
     */
    static void requireClaimable(ClaimKind kind, GrantTranche tranche, Instant now) {
        var today = HongKong.dayOf(now);
        if (tranche.status() != GrantTranche.Status.SCHEDULED
                || tranche.advanceOf().isPresent()) {
            throw DomainException.conflict("tranche-not-claimable", "This tranche is not waiting for a claim.");
        }
        switch (kind) {
            case PAYMENT -> {
                if (!today.isAfter(tranche.period().to())) {
                    throw DomainException.broken(
                            "claim-too-early",
                            "The period ends on %s; it is paid in arrears."
                                    .formatted(tranche.period().to()));
                }
                if (today.isAfter(tranche.claimBy())) {
                    throw DomainException.broken(
                            "claim-too-late", "The claim was due by %s.".formatted(tranche.claimBy()));
                }
            }
            case ADVANCE -> {
                if (tranche.advanceable().isEmpty()) {
                    throw DomainException.broken("no-advance", "Nothing of this tranche can be paid in advance.");
                }
                if (today.isAfter(tranche.period().to())) {
                    throw DomainException.broken(
                            "advance-too-late",
                            "The period ended on %s; claim the payment."
                                    .formatted(tranche.period().to()));
                }
            }
            case REPORT, MILESTONE, MATCHING, STAGE_GATE, ACCOUNTS ->
                throw DomainException.broken("no-such-claim", "The scheme has no claim of this kind.");
        }
    }

    private List<ClaimFiling.Line> lines(
            Application application, ClaimKind kind, GrantTranche tranche, List<GivenLine> given) {
        var scheme = schemes.get(application.pinned().orElseThrow());
        if (kind == ClaimKind.ADVANCE) {
            return advance(tranche, given);
        }
        var rule = scheme.claims().lines();
        if (rule != null) {
            var facts = new Facts(
                    application.answers(),
                    organisations.get(application.organisation()).kind());
            return RowArithmetic.lines(scheme, rule, facts, tranche.period(), given);
        }
        return ClaimArithmetic.lines(
                scheme.funding(), application.answers(), tranche, tranches.of(application.id()), given);
    }

    /** What may be advanced is one line, worked out by us. */
    private static List<ClaimFiling.Line> advance(GrantTranche tranche, List<GivenLine> given) {
        if (!given.isEmpty()) {
            throw DomainException.invalid(
                    "invalid-claim",
                    "Some lines are not as they must be.",
                    List.of(new Violation("/lines", "not-asked", "An advance is claimed without lines.")));
        }
        return List.of(new ClaimFiling.Line(
                1, tranche.period(), Money.ZERO, tranche.advanceable().orElse(Money.ZERO)));
    }

    /** What was promised for the tranche, with the part of it that was split off as an advance. */
    private Money most(GrantTranche tranche) {
        return tranches.of(tranche.application()).stream()
                .filter(each -> each.advanceOf().filter(tranche.id()::equals).isPresent()
                        && each.status() != GrantTranche.Status.CANCELLED)
                .map(GrantTranche::amount)
                .reduce(tranche.amount(), Money::plus);
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
