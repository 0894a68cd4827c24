package hk.itf.applications.application;

import hk.itf.applications.allowance.Allowances;
import hk.itf.applications.application.ApplicationView.TrancheView;
import hk.itf.applications.call.Calls;
import hk.itf.applications.grant.GrantReceivables;
import hk.itf.applications.grant.GrantTranches;
import hk.itf.applications.organisation.Organisations;
import hk.itf.applications.scheme.Schemes;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.text.Texts;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.event.Filing;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.allowance.Limit;
import hk.itf.model.scheme.allowance.RemainingAllowances;
import hk.itf.model.scheme.funding.EntitlementStatement;
import hk.itf.model.scheme.question.Facts;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.vetting.EligibilityOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds the views of applications: for a draft its missing parts and estimated entitlement, later the submitted content. */
@ApplicationScoped
public class ApplicationViews {

    private final Schemes schemes;
    private final Organisations organisations;
    private final Allowances allowances;
    private final Calls calls;
    private final GrantTranches tranches;
    private final GrantReceivables debts;
    private final ApplicationPapers papers;
    private final Clock clock;

    ApplicationViews(
            Schemes schemes,
            Organisations organisations,
            Allowances allowances,
            Calls calls,
            GrantTranches tranches,
            GrantReceivables debts,
            ApplicationPapers papers,
            Clock clock) {
        this.schemes = schemes;
        this.organisations = organisations;
        this.allowances = allowances;
        this.calls = calls;
        this.tranches = tranches;
        this.debts = debts;
        this.papers = papers;
        this.clock = clock;
    }

    public ApplicationView of(Application application) {
        var scheme = application
                .pinned()
                .map(schemes::get)
                .orElseGet(() -> schemes.versionFor(
                        application.scheme(),
                        application.answers(),
                        application.submittedAt().orElseGet(clock::instant)));
        var content = application
                .filing()
                .filter(filing -> !application.isEditable())
                .map(Content::of)
                .orElseGet(() -> calculate(application, scheme));
        return new ApplicationView(
                application.id(),
                application.pinned().isPresent() ? application.reference() : null,
                scheme.ref(),
                application.pinned().isPresent(),
                application.organisation(),
                application.status(),
                turn(application.status()),
                application.answers().toJsonValues(),
                content.missing,
                content.eligibility,
                content.entitlement.orElse(null),
                content.proposed,
                application.award().awarded().orElse(null),
                application.award().version(),
                application.stage(),
                application.stagePassed(),
                instalments(application),
                debts.of(application.id()),
                application.award().waitingFor(),
                application.pledgedBy(),
                scheme.window()
                        .cutOff(HongKong.dayOf(application.submittedAt().orElseGet(clock::instant)))
                        .orElse(null),
                application.clarification(),
                application.letter(),
                application.award().acceptBy(),
                application.startedAt(),
                application.submittedAt().orElse(null),
                application.version());
    }

    /** The part of the view that a submission freezes. A draft has it as calculated now. */
    private record Content(
            List<Violation> missing,
            EligibilityOutcome eligibility,
            Optional<EntitlementStatement> entitlement,
            List<PlannedTranche> proposed) {

        static Content of(Filing filing) {
            return new Content(
                    List.of(),
                    filing.eligibility(),
                    Optional.of(filing.entitlement()),
                    filing.proposed().tranches());
        }
    }

    private Content calculate(Application application, Scheme scheme) {
        var facts = new Facts(
                application.answers(),
                organisations.get(application.organisation()).kind(),
                calls.openOn(
                                scheme.id(),
                                HongKong.dayOf(application.submittedAt().orElseGet(clock::instant)))
                        .orElse(null));
        var missing = new ArrayList<Violation>();
        if (application.isEditable()) {
            missing.addAll(scheme.missing(facts));
            missing.addAll(papers.missing(scheme, facts, papers.of(application.id())));
        }
        var entitlement = estimate(application, scheme, facts);
        return new Content(
                missing,
                EligibilityOutcome.of(scheme.eligibility(), facts),
                entitlement,
                entitlement.map(each -> proposed(scheme, each, facts)).orElse(List.of()));
    }

    private List<TrancheView> instalments(Application application) {
        var plan = application.award().plan();
        return tranches.of(application.id()).stream()
                .map(tranche -> TrancheView.of(tranche, plan.flatMap(each -> each.tranche(tranche.id()))))
                .toList();
    }

    /** Estimates the entitlement with the allowances that remain now. Submission evaluates again under locks. */
    private Optional<EntitlementStatement> estimate(Application application, Scheme scheme, Facts facts) {
        if (needsUsage(scheme) && !scheme.missing(facts).isEmpty()) {
            return Optional.empty(); // the answer that picks the year is missing
        }
        try {
            var usage = needsUsage(scheme)
                    ? allowances.usage(application.id(), scheme, facts, application.organisation())
                    : RemainingAllowances.NONE;
            return Optional.of(
                    scheme.funding().evaluate(facts.answers(), usage).explain(Texts.loaded()::labelInAllLanguages));
        } catch (DomainException incomplete) {
            return Optional.empty();
        }
    }

    private static boolean needsUsage(Scheme scheme) {
        return scheme.allowances().stream().anyMatch(each -> each.limit() instanceof Limit.Total);
    }

    private static List<PlannedTranche> proposed(Scheme scheme, EntitlementStatement entitlement, Facts facts) {
        return scheme.missing(facts).isEmpty()
                ? scheme.tranches().plan(entitlement.amount(), facts.answers()).tranches()
                : List.of();
    }

    private static String turn(ApplicationStatus status) {
        return switch (status) {
            case DRAFT, CLARIFYING, OFFERED, ACTIVE -> "applicant";
            case SUBMITTED, IN_ASSESSMENT, APPROVED -> "fund";
            case INELIGIBLE, DECLINED, COMPLETED, TERMINATED, LAPSED, WITHDRAWN -> "nobody";
        };
    }
}
