package hk.itf.applications.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.model.DomainException;
import hk.itf.model.event.ApplicationEvent.ApplicationResubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationSubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationWithdrawn;
import hk.itf.model.event.ApplicationEvent.OfferAccepted;
import hk.itf.model.event.ApplicationEvent.OfferLapsed;
import hk.itf.model.event.ApplicationEvent.OfferMade;
import hk.itf.model.event.Filing;
import hk.itf.model.event.Parties;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.id.Uuids;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.funding.EntitlementStatement;
import hk.itf.model.scheme.question.Answer;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.QuestionId;
import hk.itf.model.scheme.tranche.Gate;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.tranche.TranchePlan;
import hk.itf.model.scheme.value.DateRange;
import hk.itf.model.scheme.value.SchemeId;
import hk.itf.model.scheme.value.SchemeRef;
import hk.itf.model.scheme.vetting.EligibilityOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lifecycle of an application and its award of 540,000.01. */
class ApplicationTest {

    private static final Instant STARTED_AT = Instant.parse("2026-11-01T01:00:00Z");
    private static final Instant SUBMITTED_AT = Instant.parse("2026-11-02T01:00:00Z");
    private static final Instant LATER = Instant.parse("2026-12-02T01:00:00Z");
    private static final LocalDate ACCEPT_BY = LocalDate.of(2026, 12, 31);
    private static final GrantId GRANT = GrantId.next();
    private static final SchemeId SCHEME = SchemeId.of("rth");
    private static final OrganisationId ORGANISATION = OrganisationId.next();
    private static final PersonId ADA = PersonId.of(Uuids.next());
    private static final PersonId BEN = PersonId.of(Uuids.next());
    private static final Money AWARDED = Money.ofCents(540_000_01);
    private static final TranchePlan PLAN = plan(AWARDED, ACCEPT_BY);
    private static final Answers ANSWERS = answers("degree", "doctoral", "duties", "Designs cranes.");
    private static final Answers CHANGE = answers("duties", "Designs hoists.");

    private static final Map<ApplicationTransition, Consumer<Application>> TRANSITIONS = transitions();

    @ParameterizedTest
    @EnumSource(ApplicationStatus.class)
    void makesExactlyThePermittedTransitions(ApplicationStatus status) {
        assertThat(TRANSITIONS).containsOnlyKeys(ApplicationTransition.values());
        TRANSITIONS.forEach((transition, act) -> {
            var application = bring(status);
            if (transition.permits(status)) {
                act.accept(application);
                assertThat(application.status()).as(transition.name()).isEqualTo(transition.to());
            } else {
                refuses(() -> act.accept(application), "illegal-transition");
                isUnchanged(application, status);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(ApplicationStatus.class)
    void changesAnswersOnlyInDraftAndClarification(ApplicationStatus status) {
        var application = bring(status);
        if (EnumSet.of(ApplicationStatus.DRAFT, ApplicationStatus.CLARIFYING).contains(status)) {
            assertThat(application.isEditable()).isTrue();
            application.answer(CHANGE);
            assertThat(application.answers()).isEqualTo(CHANGE);
            assertThat(application.status()).isEqualTo(status);
        } else {
            assertThat(application.isEditable()).isFalse();
            refuses(() -> application.answer(CHANGE), "not-editable");
            isUnchanged(application, status);
        }
    }

    @Test
    void startsWithoutAnswersReferenceOrPinnedVersion() {
        var application = Application.start(GRANT, SCHEME, ORGANISATION, STARTED_AT);
        assertThat(application.id()).isEqualTo(GRANT);
        assertThat(application.scheme()).isEqualTo(SCHEME);
        assertThat(application.organisation()).isEqualTo(ORGANISATION);
        assertThat(application.startedAt()).isEqualTo(STARTED_AT);
        assertThat(application.answers()).isEqualTo(Answers.NONE);
        assertThat(application.reference()).isEqualTo("draft");
        assertThat(application.pinned()).isEmpty();
        assertThat(application.filing()).isEmpty();
        assertThat(application.submittedAt()).isEmpty();
        assertThat(application.award()).isEqualTo(AwardTerms.NONE);
        assertThat(application.stage()).isOne();
        assertThat(application.stagePassed()).isFalse();
    }

    // Submission

    @Test
    void submissionPinsVersionAndSendsFiling() {
        var application = bring(ApplicationStatus.DRAFT);
        var filing = filing(1, SchemeRef.of("rth", 2));
        assertThat(application.submit(ADA, filing, SUBMITTED_AT))
                .isEqualTo(new ApplicationSubmitted(GRANT, ADA, filing, SUBMITTED_AT));
        assertThat(application.pinned()).contains(SchemeRef.of("rth", 2));
        assertThat(application.filing()).contains(filing);
        assertThat(application.reference()).isEqualTo("RTH-2026-000123");
        assertThat(application.revision()).isOne();
        assertThat(application.submittedAt()).contains(SUBMITTED_AT);
    }

    @Test
    void keepsFilingWhenAnswersChange() {
        var application = bring(ApplicationStatus.CLARIFYING);
        application.answer(CHANGE);
        assertThat(application.filing()).contains(filing(1, SchemeRef.of("rth", 2)));
    }

    @Test
    void resubmissionSendsNewRevisionAndClearsQuestion() {
        var application = bring(ApplicationStatus.CLARIFYING);
        assertThat(application.clarification()).isEqualTo("Which crane?");
        var filing = filing(2, SchemeRef.of("rth", 2));
        assertThat(application.resubmit(BEN, filing, LATER))
                .isEqualTo(new ApplicationResubmitted(GRANT, BEN, filing, LATER));
        assertThat(application.filing()).contains(filing);
        assertThat(application.revision()).isEqualTo(2);
        assertThat(application.clarification()).isNull();
        assertThat(application.submittedAt()).contains(SUBMITTED_AT);
    }

    @Test
    void refusesResubmissionUnderAnotherSchemeVersion() {
        for (var other : List.of(SchemeRef.of("rth", 1), SchemeRef.of("rth", 3), SchemeRef.of("gsp", 2))) {
            var application = bring(ApplicationStatus.CLARIFYING);
            assertThatThrownBy(() -> application.resubmit(ADA, filing(2, other), LATER))
                    .isInstanceOfSatisfying(DomainException.class, refusal -> {
                        assertThat(refusal.kind()).isEqualTo(DomainException.Kind.RULE_BROKEN);
                        assertThat(refusal.slug()).isEqualTo("scheme-version-pinned");
                        assertThat(refusal.wording().values()).isEqualTo(Map.of("pinned", 2));
                    });
            isUnchanged(application, ApplicationStatus.CLARIFYING);
        }
    }

    @Test
    void withdrawalSendsPersonAndReason() {
        assertThat(bring(ApplicationStatus.OFFERED).withdraw(BEN, "The post is filled.", LATER))
                .isEqualTo(new ApplicationWithdrawn(GRANT, BEN, "The post is filled.", LATER));
    }

    // Decision

    @Test
    void approvalRecordsLetterAmountAndPlan() {
        var application = bring(ApplicationStatus.APPROVED);
        assertThat(application.letter()).isEqualTo("Approved.");
        assertThat(application.award().awarded()).contains(AWARDED);
        assertThat(application.award().plan()).contains(PLAN);
        assertThat(application.award().version()).isZero();
        assertThat(application.award().acceptBy()).isNull();
    }

    @Test
    void refusalRecordsLetterWithoutAward() {
        var declined = bring(ApplicationStatus.DECLINED);
        assertThat(declined.letter()).isEqualTo("Declined.");
        assertThat(declined.award()).isEqualTo(AwardTerms.NONE);
        var ineligible = bring(ApplicationStatus.INELIGIBLE);
        assertThat(ineligible.letter()).isEqualTo("Not eligible.");
        assertThat(ineligible.award()).isEqualTo(AwardTerms.NONE);
    }

    @Test
    void recordsReasonForWaitingUntilTheOffer() {
        var application = bring(ApplicationStatus.APPROVED);
        application.recordWaiting("FUNDS");
        assertThat(application.award().waitingFor()).isEqualTo("FUNDS");
        assertThat(application.award().awarded()).contains(AWARDED);
        application.offer(1, ACCEPT_BY, LATER);
        assertThat(application.award().waitingFor()).isNull();
    }

    // Offer

    @Test
    void offerSendsAwardedAmountAndLastDay() {
        var application = bring(ApplicationStatus.APPROVED);
        assertThat(application.offer(1, ACCEPT_BY, LATER))
                .isEqualTo(new OfferMade(GRANT, PersonId.SYSTEM, AWARDED, ACCEPT_BY, LATER));
        assertThat(application.award().version()).isOne();
        assertThat(application.award().acceptBy()).isEqualTo(ACCEPT_BY);
        assertThat(application.award().plan()).contains(PLAN);
    }

    @Test
    void acceptsOfferOnItsLastDay() {
        var application = bring(ApplicationStatus.OFFERED);
        assertThat(application.accept(ADA, ACCEPT_BY, 2, LATER))
                .isEqualTo(new OfferAccepted(GRANT, ADA, ORGANISATION, LATER, 2));
    }

    @Test
    void refusesAcceptanceAfterLastDayOfOffer() {
        var application = bring(ApplicationStatus.OFFERED);
        assertThatThrownBy(() -> application.accept(ADA, ACCEPT_BY.plusDays(1), 0, LATER))
                .isInstanceOfSatisfying(DomainException.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(DomainException.Kind.RULE_BROKEN);
                    assertThat(refusal.slug()).isEqualTo("offer-lapsed");
                    assertThat(refusal.wording().values()).isEqualTo(Map.of("acceptBy", ACCEPT_BY));
                });
        isUnchanged(application, ApplicationStatus.OFFERED);
    }

    @Test
    void lapseIsAnActOfTheSystem() {
        assertThat(bring(ApplicationStatus.OFFERED).lapse(LATER))
                .isEqualTo(new OfferLapsed(GRANT, PersonId.SYSTEM, LATER));
    }

    // Running grant

    @Test
    void amendmentReplacesVersionAmountAndPlan() {
        var application = bring(ApplicationStatus.ACTIVE);
        application.recordWaiting("FUNDS");
        var more = plan(Money.hkd(600_000), ACCEPT_BY);
        application.amend(2, Money.hkd(600_000), more);
        assertThat(application.award().version()).isEqualTo(2);
        assertThat(application.award().awarded()).contains(Money.hkd(600_000));
        assertThat(application.award().plan()).contains(more);
        assertThat(application.award().waitingFor()).isNull();
        assertThat(application.status()).isEqualTo(ApplicationStatus.ACTIVE);
    }

    @Test
    void laterDeadlinesKeepAmountVersionAndWaiting() {
        var application = bring(ApplicationStatus.ACTIVE);
        application.recordWaiting("FUNDS");
        var moved = plan(AWARDED, ACCEPT_BY.plusMonths(3));
        application.replacePlan(moved);
        assertThat(application.award().plan()).contains(moved);
        assertThat(application.award().awarded()).contains(AWARDED);
        assertThat(application.award().version()).isOne();
        assertThat(application.award().waitingFor()).isEqualTo("FUNDS");
    }

    @Test
    void variationReplacesChangedAnswersOnly() {
        var application = bring(ApplicationStatus.ACTIVE);
        application.applyVariation(CHANGE);
        assertThat(application.answers()).isEqualTo(answers("degree", "doctoral", "duties", "Designs hoists."));
        assertThat(application.filing()).contains(filing(1, SchemeRef.of("rth", 2)));
    }

    @Test
    void laterStageStartsUnpassedWithItsAnswers() {
        var application = bring(ApplicationStatus.ACTIVE);
        application.passStage();
        assertThat(application.stagePassed()).isTrue();
        assertThat(application.stage()).isOne();
        application.startLaterStage(answers("stage-2-goal", "A factory."));
        assertThat(application.stage()).isEqualTo(2);
        assertThat(application.stagePassed()).isFalse();
        assertThat(application.answers()).isEqualTo(ANSWERS.with(answers("stage-2-goal", "A factory.")));
    }

    private static Map<ApplicationTransition, Consumer<Application>> transitions() {
        var all = new EnumMap<ApplicationTransition, Consumer<Application>>(ApplicationTransition.class);
        all.put(ApplicationTransition.SUBMIT, a -> a.submit(ADA, filing(1, SchemeRef.of("rth", 2)), SUBMITTED_AT));
        all.put(ApplicationTransition.RESUBMIT, a -> a.resubmit(ADA, filing(2, SchemeRef.of("rth", 2)), LATER));
        all.put(ApplicationTransition.START_ASSESSMENT, Application::startAssessment);
        all.put(ApplicationTransition.SEND_BACK, a -> a.sendBack("Which crane?"));
        all.put(ApplicationTransition.FIND_INELIGIBLE, a -> a.findIneligible("Not eligible."));
        all.put(ApplicationTransition.DECLINE, a -> a.decline("Declined."));
        all.put(ApplicationTransition.APPROVE, a -> a.approve(AWARDED, PLAN, "Approved."));
        all.put(ApplicationTransition.OFFER, a -> a.offer(1, ACCEPT_BY, LATER));
        all.put(ApplicationTransition.ACCEPT, a -> a.accept(ADA, ACCEPT_BY, 0, LATER));
        all.put(ApplicationTransition.LAPSE, a -> a.lapse(LATER));
        all.put(ApplicationTransition.WITHDRAW, a -> a.withdraw(ADA, "The post is filled.", LATER));
        all.put(ApplicationTransition.REGISTER, Application::register);
        all.put(ApplicationTransition.PASS_STAGE, Application::passStage);
        all.put(ApplicationTransition.COMPLETE, Application::complete);
        all.put(ApplicationTransition.TERMINATE, Application::terminate);
        all.put(ApplicationTransition.REOPEN, Application::reopen);
        return all;
    }

    private static Application bring(ApplicationStatus status) {
        var application = Application.start(GRANT, SCHEME, ORGANISATION, STARTED_AT);
        application.answer(ANSWERS);
        path(status).forEach(transition -> TRANSITIONS.get(transition).accept(application));
        assertThat(application.status()).isEqualTo(status);
        return application;
    }

    private static List<ApplicationTransition> path(ApplicationStatus status) {
        return switch (status) {
            case DRAFT -> List.of();
            case SUBMITTED -> List.of(ApplicationTransition.SUBMIT);
            case IN_ASSESSMENT -> List.of(ApplicationTransition.SUBMIT, ApplicationTransition.START_ASSESSMENT);
            case CLARIFYING -> List.of(ApplicationTransition.SUBMIT, ApplicationTransition.SEND_BACK);
            case INELIGIBLE -> List.of(ApplicationTransition.SUBMIT, ApplicationTransition.FIND_INELIGIBLE);
            case DECLINED -> List.of(ApplicationTransition.SUBMIT, ApplicationTransition.DECLINE);
            case WITHDRAWN -> List.of(ApplicationTransition.SUBMIT, ApplicationTransition.WITHDRAW);
            case APPROVED -> List.of(ApplicationTransition.SUBMIT, ApplicationTransition.APPROVE);
            case OFFERED ->
                List.of(ApplicationTransition.SUBMIT, ApplicationTransition.APPROVE, ApplicationTransition.OFFER);
            case LAPSED -> afterOffer(ApplicationTransition.LAPSE);
            case ACTIVE -> afterOffer(ApplicationTransition.ACCEPT);
            case COMPLETED -> afterOffer(ApplicationTransition.ACCEPT, ApplicationTransition.COMPLETE);
            case TERMINATED -> afterOffer(ApplicationTransition.ACCEPT, ApplicationTransition.TERMINATE);
        };
    }

    private static List<ApplicationTransition> afterOffer(ApplicationTransition... next) {
        var all = new ArrayList<>(path(ApplicationStatus.OFFERED));
        all.addAll(List.of(next));
        return all;
    }

    private static void refuses(ThrowingCallable act, String slug) {
        assertThatThrownBy(act).isInstanceOfSatisfying(DomainException.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(DomainException.Kind.CONFLICT);
            assertThat(refusal.slug()).isEqualTo(slug);
        });
    }

    private static void isUnchanged(Application application, ApplicationStatus status) {
        assertThat(application).usingRecursiveComparison().isEqualTo(bring(status));
    }

    private static Filing filing(int revision, SchemeRef scheme) {
        return new Filing(
                revision,
                "RTH-2026-000123",
                scheme,
                Parties.of(ORGANISATION),
                new EligibilityOutcome(true, List.of()),
                new EntitlementStatement(AWARDED, List.of()),
                PLAN,
                ANSWERS,
                "ab".repeat(32));
    }

    private static TranchePlan plan(Money awarded, LocalDate claimBy) {
        return new TranchePlan(List.of(new PlannedTranche(
                TrancheId.next(),
                1,
                awarded,
                new DateRange(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 10, 31)),
                EnumSet.of(Gate.CLAIM_ACCEPTED),
                claimBy)));
    }

    private static Answers answers(String... questionsAndTexts) {
        var answers = new HashMap<QuestionId, Answer>();
        for (var i = 0; i < questionsAndTexts.length; i += 2) {
            answers.put(QuestionId.of(questionsAndTexts[i]), new Answer.OfText(questionsAndTexts[i + 1]));
        }
        return new Answers(answers);
    }
}
