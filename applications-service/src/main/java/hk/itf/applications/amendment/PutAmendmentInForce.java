package hk.itf.applications.amendment;

import static hk.itf.model.NamedValue.value;

import hk.itf.applications.allowance.Allowances;
import hk.itf.applications.application.Application;
import hk.itf.applications.application.Applications;
import hk.itf.applications.application.PinnedRules;
import hk.itf.applications.claim.WithdrawOverruledClaims;
import hk.itf.applications.grant.GrantTranche;
import hk.itf.applications.grant.GrantTranches;
import hk.itf.applications.notice.Notices;
import hk.itf.applications.progress.AdoptAwardVersion;
import hk.itf.applications.proposal.PlanDates;
import hk.itf.applications.proposal.RescheduledDuration;
import hk.itf.applications.proposal.TerminationPlan;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.Wording;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.event.DisbursementEvent.AwardAmended;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.tranche.TranchePlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;

/**
 * Puts an approved amendment in force once disbursement-service has the new version of the award. The grant's plan and
 * its allowances follow. The version numbers decide, not the status of an amendment, so no reception table has the event.
 */
@ApplicationScoped
public class PutAmendmentInForce {

    private final Amendments amendments;
    private final Applications applications;
    private final PinnedRules pinnedRules;
    private final AdoptAwardVersion amendGrant;
    private final GrantTranches tranches;
    private final CloseOverruledAmendments close;
    private final WithdrawOverruledClaims closeClaims;
    private final Allowances allowances;
    private final Notices notices;
    private final Timeline timeline;
    private final Clock clock;

    PutAmendmentInForce(
            Amendments amendments,
            Applications applications,
            PinnedRules pinnedRules,
            AdoptAwardVersion amendGrant,
            GrantTranches tranches,
            CloseOverruledAmendments close,
            WithdrawOverruledClaims closeClaims,
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
        this.allowances = allowances;
        this.notices = notices;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    public Reception handle(AwardAmended amended) {
        var known = applications.lockIfPresent(amended.grant());
        if (known.isEmpty()) {
            return Reception.early("there is no such application here");
        }
        var application = known.get();
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
        close.closeOutdated(amendment, application, amended.actor(), now);
        amendGrant.handle(new AdoptAwardVersion.Command(
                amended.grant(),
                amended.version(),
                amended.awarded(),
                plan(amendment, before),
                answersAfter(application, amendment, before),
                amendment.kind() == AmendmentKind.NEXT_STAGE,
                amended.actor()));
        allowances.lower(amended.grant(), amended.awarded());
        adjustAllowancesAndClaims(amendment, before);
        tell(amendment, inForceNotice(amendment));
    }

    /** The changed answers. When the last day of the plan differs, they include the new duration, for later calculations. */
    private Answers answersAfter(Application application, Amendment amendment, TranchePlan before) {
        return switch (amendment.kind()) {
            case VARIATION, EARLY_END -> {
                var after = amendment.plan();
                var answers = application.answers().with(amendment.changes());
                yield PlanDates.lastDayDiffers(before, after)
                        ? amendment.changes().with(rescheduledAnswers(application, answers, after))
                        : amendment.changes();
            }
            case NEXT_STAGE, TERMINATION -> amendment.changes();
        };
    }

    private Answers rescheduledAnswers(Application application, Answers answers, TranchePlan plan) {
        var rescheduled = RescheduledDuration.answersFor(application, pinnedRules.of(application), answers, plan);
        return rescheduled.only(question -> !Objects.equals(rescheduled.get(question), answers.get(question)));
    }

    /** The plan in force. For a termination: the tranches released by now, which can differ from those at filing. */
    private TranchePlan plan(Amendment amendment, TranchePlan before) {
        if (!amendment.isTermination()) {
            return amendment.plan();
        }
        var released = TerminationPlan.planOfReleased(before, tranches.together(amendment.grant()));
        tranches.endAllBut(amendment.grant(), Set.of(GrantTranche.Status.RELEASED, GrantTranche.Status.PAID));
        return released;
    }

    private void adjustAllowancesAndClaims(Amendment amendment, TranchePlan before) {
        switch (amendment.kind()) {
            case EARLY_END -> allowances.shorten(amendment.grant(), amendment.lastDay());
            case VARIATION -> {
                if (PlanDates.lastDayDiffers(before, amendment.plan())) {
                    allowances.shorten(amendment.grant(), PlanDates.lastDay(amendment.plan()));
                }
            }
            case NEXT_STAGE -> {
                // a later stage shortens no reservation and closes no claim
            }
            case TERMINATION -> {
                closeClaims.withdrawAll(amendment.grant());
                allowances.shorten(amendment.grant(), amendment.lastDay());
            }
        }
    }

    private static Wording inForceNotice(Amendment amendment) {
        return switch (amendment.kind()) {
            case EARLY_END -> Wording.of("amendment-in-force.early-end", value("lastDay", amendment.lastDay()));
            case VARIATION -> Wording.of("amendment-in-force.variation", value("awarded", amendment.awarded()));
            case NEXT_STAGE -> Wording.of("amendment-in-force.next-stage", value("awarded", amendment.awarded()));
            case TERMINATION -> Wording.of("amendment-in-force.termination", value("lastDay", amendment.lastDay()));
        };
    }

    private void tell(Amendment amendment, Wording notice) {
        notices.tell(applications.get(amendment.grant()).organisation(), amendment.grant(), notice);
    }
}
