package hk.itf.applications.progress;

import hk.itf.applications.application.Application;
import hk.itf.applications.application.ApplicationStatus;
import hk.itf.applications.application.PinnedRules;
import hk.itf.applications.grant.AwaitedClaim;
import hk.itf.applications.grant.AwaitedClaims;
import hk.itf.applications.grant.GrantTranche;
import hk.itf.applications.grant.GrantTranches;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.tranche.TranchePlan;
import hk.itf.model.scheme.tranche.TranchePlanRule.DeadlineTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Restarts the deadlines of claims and reports on the day when filing becomes possible: at the agreement, when an award
 * version comes into force, and for accounts when every other tranche is settled. The full term of the scheme's rule runs
 * from that day; a later planned day stays. The new days become part of the plan, so that amendments build on them. The
 * result depends only on the plan, the answers and the day.
 */
@ApplicationScoped
public class RestartDeadlines {

    private final GrantTranches tranches;
    private final AwaitedClaims awaited;
    private final PinnedRules pinnedRules;
    private final Timeline timeline;

    RestartDeadlines(GrantTranches tranches, AwaitedClaims awaited, PinnedRules pinnedRules, Timeline timeline) {
        this.tranches = tranches;
        this.awaited = awaited;
        this.pinnedRules = pinnedRules;
        this.timeline = timeline;
    }

    /** Starts the deadlines of all tranches at the agreement. */
    void startAtAgreement(Application application, LocalDate day) {
        var terms = terms(application);
        follow(application, tranche -> from(day, tranche, terms));
    }

    /**
     * Restarts deadlines for the award version that {@code application} has adopted. Unchanged tranches keep their days, even
     * when they moved after the version was drafted; new and moved tranches get the full term from {@code day}.
     */
    void restartForVersion(Application application, TranchePlan before, LocalDate day) {
        var terms = terms(application);
        follow(
                application,
                tranche -> before.tranche(tranche.id())
                        .filter(old -> old.period().equals(tranche.period()))
                        .map(tranche::withDeadlinesNotBefore)
                        .orElseGet(() -> from(day, tranche, terms)));
    }

    /** Starts the deadline of accounts when the last other tranche was paid or cancelled. */
    public void startAccountsDeadline(Application application, Instant now) {
        if (application.status() != ApplicationStatus.ACTIVE
                || application.award().plan().isEmpty()) {
            return;
        }
        var day = HongKong.dayOf(now);
        var terms = terms(application);
        for (var accounts : awaited.of(application.id(), ClaimKind.ACCOUNTS)) {
            var tranche = tranches.get(accounts.tranche());
            var term = terms.get(tranche.id());
            if (term != null && tranche.status() == GrantTranche.Status.SCHEDULED && tranches.othersSettled(tranche)) {
                extendAccountsDeadline(application, accounts, tranche, day, term);
                timeline.record(
                        application,
                        Application.Act.ACCOUNTS_POSSIBLE,
                        PersonId.SYSTEM,
                        "tranche/" + tranche.id(),
                        now);
            }
        }
    }

    /** Extends the deadline of accounts alone; other reports could be filed before. */
    private void extendAccountsDeadline(
            Application application, AwaitedClaim accounts, GrantTranche tranche, LocalDate day, DeadlineTerms terms) {
        var claims = new DeadlineTerms(terms.claimWithinMonths(), null);
        var plan =
                moved(application, each -> each.id().equals(tranche.id()) ? each.withDeadlinesFrom(day, claims) : each);
        application.replacePlan(plan);
        tranche.extendClaimDeadline(plan.tranche(tranche.id()).orElseThrow().claimBy());
        if (terms.reportWithinMonths() != null) {
            accounts.possibleFrom(day.plusMonths(terms.reportWithinMonths()));
        }
    }

    private void follow(Application application, UnaryOperator<PlannedTranche> deadlines) {
        var plan = moved(application, deadlines);
        application.replacePlan(plan);
        tranches.follow(application.id(), plan);
        awaited.follow(application.id(), plan, scheme(application).claims());
    }

    private static PlannedTranche from(LocalDate day, PlannedTranche tranche, Map<TrancheId, DeadlineTerms> terms) {
        var term = terms.get(tranche.id());
        return term == null ? tranche : tranche.withDeadlinesFrom(day, term);
    }

    private static TranchePlan moved(Application application, UnaryOperator<PlannedTranche> deadlines) {
        return new TranchePlan(application.award().plan().orElseThrow().tranches().stream()
                .map(deadlines)
                .toList());
    }

    /** The deadline terms by tranche: the first stage has the proposed tranches, later stages follow in order. */
    private Map<TrancheId, DeadlineTerms> terms(Application application) {
        var scheme = scheme(application);
        var answers = application.answers();
        var first = scheme.tranches().deadlineTerms(answers);
        var later = scheme.stages().stream()
                .limit(application.stage() - 1L)
                .flatMap(stage -> stage.tranches().deadlineTerms(answers).stream())
                .toList();
        var ofFirst = application.filing().orElseThrow().proposed().tranches().stream()
                .map(PlannedTranche::id)
                .collect(Collectors.toSet());
        var terms = new HashMap<TrancheId, DeadlineTerms>();
        var ofLater = 0;
        for (var tranche : application.award().plan().orElseThrow().tranches()) {
            var isFirst = later.isEmpty() || ofFirst.contains(tranche.id());
            var from = isFirst ? first : later;
            var at = isFirst ? tranche.number() - 1 : ofLater++;
            if (at < from.size()) {
                terms.put(tranche.id(), from.get(at));
            }
        }
        return terms;
    }

    private Scheme scheme(Application application) {
        return pinnedRules.of(application);
    }
}
