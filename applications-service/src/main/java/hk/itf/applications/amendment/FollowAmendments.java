package hk.itf.applications.amendment;

import hk.itf.applications.allowance.Allowances;
import hk.itf.applications.application.Application;
import hk.itf.applications.application.Applications;
import hk.itf.applications.application.PinnedRules;
import hk.itf.applications.claim.WithdrawOverruledClaims;
import hk.itf.applications.grant.GrantTranche;
import hk.itf.applications.grant.GrantTranches;
import hk.itf.applications.notice.Notices;
import hk.itf.applications.progress.AdoptAwardVersion;
import hk.itf.applications.proposal.OverlapQuota;
import hk.itf.applications.proposal.PlanDates;
import hk.itf.applications.proposal.RescheduledDuration;
import hk.itf.applications.proposal.TerminationPlan;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Reception;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.event.AssessmentEvent.AmendmentDeclined;
import hk.itf.model.event.AssessmentEvent.ClarificationRequested;
import hk.itf.model.event.DisbursementEvent.AwardAmended;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.tranche.TranchePlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Moves amendments as they are decided; once the new version is in force, the grant's plan and its allowance follow. */
@ApplicationScoped
public class FollowAmendments {

    private final Amendments amendments;
    private final Applications applications;
    private final PinnedRules pinnedRules;
    private final AdoptAwardVersion amendGrant;
    private final GrantTranches tranches;
    private final CloseOverruledAmendments close;
    private final WithdrawOverruledClaims closeClaims;
    private final OverlapQuota days;
    private final Allowances allowances;
    private final Notices notices;
    private final Timeline timeline;
    private final Clock clock;

    FollowAmendments(
            Amendments amendments,
            Applications applications,
            PinnedRules pinnedRules,
            AdoptAwardVersion amendGrant,
            GrantTranches tranches,
            CloseOverruledAmendments close,
            WithdrawOverruledClaims closeClaims,
            OverlapQuota days,
            Allowances allowances,
            Notices notices,
            Timeline timeline,
            Clock clock) {
        this.amendments = amendments;
        this.applications = applications;
        this.pinnedRules = pinnedRules;
        this.amendGrant = amendGrant;
        this.tranches = tranches;
        this.close = close;
        this.closeClaims = closeClaims;
        this.days = days;
        this.allowances = allowances;
        this.notices = notices;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    public Reception handle(ClarificationRequested requested) {
        var id = AmendmentId.of(requested.subject().id());
        return follow(requested.grant(), id, AmendmentTransition.SEND_BACK, requested.actor(), amendment -> {
            amendment.sendBack(requested.question());
            tell(amendment, "amendment-clarification-requested", requested.question());
        });
    }

    @Transactional(TxType.MANDATORY)
    public Reception handle(AmendmentApproved approved) {
        return follow(
                approved.grant(), approved.amendment(), AmendmentTransition.APPROVE, approved.actor(), amendment -> {
                    if (amendment.status() == AmendmentStatus.WITHDRAWN) {
                        standsAfterAll(amendment, approved.actor());
                    }
                    amendment.approve(approved.letter());
                    tell(amendment, "amendment-approved", approved.letter());
                });
    }

    /** The withdrawal and the decision have crossed: what was asked for in its place gives way. */
    private void standsAfterAll(Amendment decided, PersonId actor) {
        var application = applications.get(decided.grant());
        close.openedAfter(decided, application, actor, clock.instant());
        decided.variedPlan().ifPresent(plan -> days.reserveAnyway(application, plan));
    }

    @Transactional(TxType.MANDATORY)
    public Reception handle(AmendmentDeclined declined) {
        return follow(
                declined.grant(), declined.amendment(), AmendmentTransition.DECLINE, declined.actor(), amendment -> {
                    amendment.decline(declined.letter());
                    amendment.variedPlan().ifPresent(plan -> days.giveBack(applications.get(declined.grant()), plan));
                    tell(amendment, "amendment-declined", declined.letter());
                });
    }

    @Transactional(TxType.MANDATORY)
    public Reception handle(AwardAmended amended) {
        if (applications.find(amended.grant()).isEmpty()) {
            return Reception.early("there is no such application here");
        }
        var application = applications.locked(amended.grant());
        if (amended.version() <= application.award().version()) {
            return Reception.late(
                    "version %d is in force".formatted(application.award().version()));
        }
        var awarded = application.award().awarded().orElseThrow();
        var approved = amendments.approved(amended.grant()).stream()
                .filter(each ->
                        each.awarded().exceeds(awarded) == amended.awarded().exceeds(awarded))
                .findFirst();
        if (approved.isEmpty()) {
            return Reception.early("no such amendment is approved here");
        }
        enterForce(application, approved.get(), amended);
        return Reception.APPLIED;
    }

    private void enterForce(Application application, Amendment amendment, AwardAmended amended) {
        var now = clock.instant();
        var before = application.award().plan().orElseThrow();
        amendment.enterForce();
        timeline.record(amendment, AmendmentTransition.ENTER_FORCE, amended.actor(), now);
        close.staleBeside(amendment, application, amended.actor(), now);
        amendGrant.handle(new AdoptAwardVersion.Command(
                amended.grant(),
                amended.version(),
                amended.awarded(),
                plan(amendment, before),
                changes(application, amendment, before),
                amendment.kind() == AmendmentKind.NEXT_STAGE,
                amended.actor()));
        allowances.lower(amended.grant(), amended.awarded());
        tell(amendment, "amendment-in-force", inForce(amendment, before));
    }

    /** With the length of a plan that was moved or cut: whatever counts it later counts it as long as it is. */
    private Answers changes(Application application, Amendment amendment, TranchePlan before) {
        return switch (amendment.kind()) {
            case VARIATION, EARLY_END -> {
                var after = amendment.plan();
                var answers = application.answers().with(amendment.changes());
                yield PlanDates.moved(before, after)
                        ? amendment.changes().with(anew(application, answers, after))
                        : amendment.changes();
            }
            case NEXT_STAGE, TERMINATION -> amendment.changes();
        };
    }

    private Answers anew(Application application, Answers answers, TranchePlan plan) {
        var asked = RescheduledDuration.asked(application, pinnedRules.of(application), answers, plan);
        return asked.only(question -> !Objects.equals(asked.get(question), answers.get(question)));
    }

    /** Of a termination, what is left now, whatever was thought of it when it was filed. */
    private TranchePlan plan(Amendment amendment, TranchePlan before) {
        if (!amendment.isTermination()) {
            return amendment.plan();
        }
        var left = TerminationPlan.left(before, tranches.together(amendment.grant()));
        tranches.endAllBut(amendment.grant(), Set.of(GrantTranche.Status.RELEASED, GrantTranche.Status.PAID));
        return left;
    }

    /** What follows from the new version, and how the grantee is told. */
    private String inForce(Amendment amendment, TranchePlan before) {
        return switch (amendment.kind()) {
            case EARLY_END -> {
                allowances.shorten(amendment.grant(), amendment.lastDay());
                yield "The grant now runs to %s.".formatted(amendment.lastDay());
            }
            case VARIATION -> {
                if (PlanDates.moved(before, amendment.plan())) {
                    allowances.shorten(amendment.grant(), PlanDates.last(amendment.plan()));
                }
                yield "The grant is varied; its instalments come to %s.".formatted(amendment.awarded());
            }
            case NEXT_STAGE -> "The next stage runs; the award comes to %s.".formatted(amendment.awarded());
            case TERMINATION -> {
                closeClaims.of(amendment.grant());
                allowances.shorten(amendment.grant(), amendment.lastDay());
                yield "The grant ends on %s; nothing more is paid.".formatted(amendment.lastDay());
            }
        };
    }

    private Reception follow(
            GrantId grant, AmendmentId id, AmendmentTransition transition, PersonId actor, Consumer<Amendment> change) {
        if (applications.find(grant).isEmpty()) {
            return Reception.early("there is no such application here");
        }
        applications.locked(grant);
        var amendment = amendments.find(id);
        if (amendment.isEmpty()) {
            return Reception.early("there is no such amendment here");
        }
        if (!amendment.get().permits(transition)) {
            return Reception.late("the amendment is " + amendment.get().status());
        }
        change.accept(amendment.get());
        timeline.record(amendment.get(), transition, actor, clock.instant());
        return Reception.APPLIED;
    }

    private void tell(Amendment amendment, String kind, String body) {
        notices.tell(applications.get(amendment.grant()).organisation(), amendment.grant(), kind, body);
    }
}
