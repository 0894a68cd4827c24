package hk.itf.assessment;

import hk.itf.infra.testkit.OtherService;
import hk.itf.infra.testkit.OtherService.Sent;
import hk.itf.infra.testkit.Tokens;
import hk.itf.infra.text.Texts;
import hk.itf.model.event.AmendmentFiling;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.event.ApplicationEvent;
import hk.itf.model.event.ApplicationEvent.AmendmentSubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationResubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationSubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationWithdrawn;
import hk.itf.model.event.ApplicationEvent.ClaimSubmitted;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.event.Filing;
import hk.itf.model.event.Parties;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.question.Answer;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.Facts;
import hk.itf.model.scheme.question.QuestionId;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.Gate;
import hk.itf.model.scheme.value.DateRange;
import hk.itf.model.scheme.vetting.EligibilityOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Sends the events of applications-service. */
public final class SimulatedApplications implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
    public static final PersonId SUBMITTER = Tokens.person("the-submitter");

    private final OtherService service = OtherService.named("applications");

    public TestScheme publishes() {
        return publishes(TestScheme.unpublished());
    }

    public TestScheme publishes(TestScheme scheme) {
        service.send(scheme.publication());
        return scheme;
    }

    public Sent sends(ApplicationEvent event) {
        return service.send(event);
    }

    public OtherService service() {
        return service;
    }

    /** Submits a doctoral post for 12 months: HK$540,000 in four tranches. */
    public GrantId submits(TestScheme scheme) {
        return submits(scheme, OrganisationId.next());
    }

    public GrantId submits(TestScheme scheme, OrganisationId applicant) {
        var grant = GrantId.next();
        sends(submission(grant, filing(scheme, applicant, 1, doctoralPost(12))));
        return grant;
    }

    /** Submits a post for 40 months. The scheme allows at most 36. */
    public GrantId submitsIneligible(TestScheme scheme) {
        var grant = GrantId.next();
        sends(submission(grant, filing(scheme, OrganisationId.next(), 1, doctoralPost(40))));
        return grant;
    }

    public void resubmits(TestScheme scheme, GrantId grant, int revision) {
        sends(new ApplicationResubmitted(
                grant, SUBMITTER, filing(scheme, OrganisationId.next(), revision, doctoralPost(12)), NOW));
    }

    public void withdraws(GrantId grant) {
        sends(new ApplicationWithdrawn(grant, SUBMITTER, "another grant came first", NOW));
    }

    public static ApplicationSubmitted submission(GrantId grant, Filing filing) {
        return new ApplicationSubmitted(grant, SUBMITTER, filing, NOW);
    }

    public static Filing filing(TestScheme scheme, OrganisationId applicant, int revision, Answers answers) {
        var entitlement =
                scheme.scheme().funding().evaluate(answers, hk.itf.model.scheme.allowance.RemainingAllowances.NONE);
        return new Filing(
                revision,
                "RTH-2026-000123",
                scheme.ref(),
                Parties.of(applicant),
                EligibilityOutcome.of(scheme.scheme().eligibility(), new Facts(answers, "company")),
                entitlement.explain(Texts.loaded()::labelInAllLanguages),
                scheme.scheme().tranches().plan(entitlement.amount(), answers),
                scheme.scheme().assessed(answers),
                "a".repeat(64));
    }

    /** A claim of three lines: three months at HK$45,000 each. */
    public static ClaimFiling claim(int revision, TrancheId tranche) {
        var start = LocalDate.of(2026, 12, 1);
        return new ClaimFiling(
                revision,
                ClaimKind.PAYMENT,
                tranche,
                IntStream.range(0, 3)
                        .mapToObj(i -> new ClaimFiling.Line(
                                i + 1,
                                new DateRange(
                                        start.plusMonths(i),
                                        start.plusMonths(i + 1L).minusDays(1)),
                                Money.hkd(60_000),
                                Money.hkd(45_000)))
                        .toList(),
                Money.hkd(135_000),
                "The crane lifts.",
                List.of(Gate.CLAIM_ACCEPTED, Gate.REPORT_ACCEPTED));
    }

    /** A claim for HK$0.00. Only a claim of kind MATCHING has a line. */
    public static ClaimFiling claimWithoutMoney(ClaimKind kind, int revision, TrancheId tranche) {
        var line = new ClaimFiling.Line(
                1, new DateRange(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 2, 28)), Money.hkd(20_000), Money.ZERO);
        return new ClaimFiling(
                revision,
                kind,
                tranche,
                kind == ClaimKind.MATCHING ? List.of(line) : List.of(),
                Money.ZERO,
                "The crane lifts.",
                switch (kind) {
                    case REPORT -> List.of(Gate.REPORT_ACCEPTED);
                    case MATCHING -> List.of(Gate.MATCHING_EVIDENCED);
                    case MILESTONE, STAGE_GATE, ACCOUNTS, PAYMENT, ADVANCE -> List.of();
                });
    }

    public ClaimId claims(TestScheme scheme, GrantId grant, ClaimFiling filing) {
        var claim = ClaimId.next();
        sends(new ClaimSubmitted(
                grant, claim, SUBMITTER, scheme.ref(), Parties.of(OrganisationId.next()), filing, NOW));
        return claim;
    }

    public AmendmentId amends(TestScheme scheme, GrantId grant, AmendmentFiling filing) {
        var amendment = AmendmentId.next();
        sends(new AmendmentSubmitted(
                grant, amendment, SUBMITTER, scheme.ref(), Parties.of(OrganisationId.next()), filing, NOW));
        return amendment;
    }

    /** An early end that lowers the award by half to HK$270,000. */
    public static AmendmentFiling earlyEnd(TestScheme scheme) {
        return amendment(scheme, AmendmentKind.EARLY_END, Money.hkd(270_000));
    }

    /** @param awarded the new awarded amount; for a termination the paid amount, and the grantee keeps HK$1.00 */
    public static AmendmentFiling amendment(TestScheme scheme, AmendmentKind kind, Money awarded) {
        return new AmendmentFiling(
                1,
                kind,
                1,
                LocalDate.of(2027, 5, 31),
                "The talent leaves.",
                awarded,
                scheme.scheme().tranches().plan(awarded, doctoralPost(12)),
                kind == AmendmentKind.TERMINATION ? Money.hkd(1) : null,
                null,
                null);
    }

    public static Answers doctoralPost(int months) {
        var answers = new HashMap<QuestionId, Answer>();
        Map.of("stream", "tc", "degree", "doctoral", "degree-origin", "local")
                .forEach((question, choice) -> answers.put(QuestionId.of(question), new Answer.OfChoice(choice)));
        Map.of(
                        "conducts-rd", true,
                        "substantive-business", true,
                        "registered", true,
                        "subvented", false,
                        "degree-stem", true,
                        "right-to-work", true,
                        "related", false,
                        "open-selection", true)
                .forEach((question, yes) -> answers.put(QuestionId.of(question), new Answer.OfYesNo(yes)));
        answers.put(QuestionId.of("engagement-start"), new Answer.OfDate(LocalDate.of(2026, 12, 1)));
        answers.put(QuestionId.of("engagement-months"), new Answer.OfCount(months));
        answers.put(QuestionId.of("monthly-salary"), new Answer.OfMoney(Money.hkd(60_000)));
        answers.put(QuestionId.of("duties"), new Answer.OfText("Designs the control software of a harbour crane."));
        return new Answers(answers);
    }

    @Override
    public void close() {
        service.close();
    }
}
