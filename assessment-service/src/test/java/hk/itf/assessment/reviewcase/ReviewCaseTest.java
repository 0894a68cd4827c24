package hk.itf.assessment.reviewcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.assessment.SimulatedApplications;
import hk.itf.model.DomainException;
import hk.itf.model.duty.Duty;
import hk.itf.model.event.Parties;
import hk.itf.model.event.Subject;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewCaseId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.id.Uuids;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.value.SchemeRef;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReviewCaseTest {

    private static final Instant FRIDAY = Instant.parse("2026-11-20T04:00:00Z");
    private static final Instant MONDAY = FRIDAY.plus(Duration.ofDays(3));
    private static final Instant WEDNESDAY = FRIDAY.plus(Duration.ofDays(5));
    private static final PersonId PERSON = PersonId.of(Uuids.next());
    private static final OrganisationId APPLICANT = OrganisationId.next();

    private static final Map<ReviewCaseTransition, Consumer<ReviewCase>> ACTS = new EnumMap<>(Map.of(
            ReviewCaseTransition.ADVANCE, reviewCase -> reviewCase.advance(Stage.ELIGIBILITY),
            ReviewCaseTransition.RETURN_TO_SCORING, reviewCase -> reviewCase.returnToScoring(Stage.TECHNICAL_REVIEW),
            ReviewCaseTransition.RECOMMEND, reviewCase -> reviewCase.recommend(recommendation(true)),
            ReviewCaseTransition.RETURN_TO_PANEL, ReviewCase::returnToPanel,
            ReviewCaseTransition.COMPLETE_INFORMATION, reviewCase -> reviewCase.completeInformation(PERSON, 5, FRIDAY),
            ReviewCaseTransition.CONFIRM_ELIGIBILITY, reviewCase -> reviewCase.confirmEligibility(PERSON),
            ReviewCaseTransition.ASK, reviewCase -> reviewCase.ask(PERSON, "Which bank?", 14, FRIDAY),
            ReviewCaseTransition.RESUME, reviewCase -> reviewCase.resume(2, filing(2), Stage.COMPLETENESS, MONDAY),
            ReviewCaseTransition.CLOSE, reviewCase -> reviewCase.close(CaseOutcome.APPROVED, "Well planned.", MONDAY),
            ReviewCaseTransition.WITHDRAW, reviewCase -> reviewCase.withdraw("another grant", MONDAY)));

    @ParameterizedTest
    @EnumSource
    void everyStatusAllowsOnlyItsTransitions(ReviewCaseStatus status) {
        assertThat(ACTS).containsOnlyKeys(ReviewCaseTransition.values());
        ACTS.forEach((transition, act) -> {
            var reviewCase = inStatus(status);
            var before = reviewCase.state();
            if (transition.permits(status)) {
                act.accept(reviewCase);
                assertThat(reviewCase.status()).as("%s", transition).isEqualTo(transition.to());
            } else {
                assertThatThrownBy(() -> act.accept(reviewCase), transition.name())
                        .isInstanceOfSatisfying(
                                DomainException.class,
                                refusal -> assertThat(refusal.slug()).isEqualTo("illegal-transition"));
                assertThat(reviewCase.state()).as("%s", transition).isEqualTo(before);
            }
        });
    }

    @Test
    void opensAtFirstStageInRoundOfItsFiling() {
        var opened = applicationCase();
        assertThat(opened.status()).isEqualTo(ReviewCaseStatus.OPEN);
        assertThat(opened.stage()).isEqualTo(Stage.COMPLETENESS);
        assertThat(opened.round()).isEqualTo(1);
        assertThat(opened.parties()).containsExactly(APPLICANT);
        assertThat(opened.outcome()).isEmpty();
        assertThat(opened.pledgedBy()).isEmpty();
        assertThat(opened.recommendation()).isEmpty();
        assertThat(opened.pledged(PERSON, FRIDAY)).isEmpty();
    }

    @Test
    void onlyVettingOfApplicationPublishesItsStart() {
        var started = applicationCase().started(PERSON, FRIDAY).orElseThrow();
        assertThat(started.revision()).isEqualTo(1);
        assertThat(started.actor()).isEqualTo(PERSON);
        assertThat(claimCase(ClaimKind.REPORT).started(PERSON, FRIDAY)).isEmpty();
    }

    @Test
    void clarificationNamesStageQuestionAndDeadline() {
        var reviewCase = applicationCase();
        var asked = reviewCase.ask(PERSON, "Where is the contract?", 14, FRIDAY);
        assertThat(asked.stage()).isEqualTo("COMPLETENESS");
        assertThat(asked.subject()).isEqualTo(reviewCase.subjectOf());
        var state = (CaseState) reviewCase.state();
        assertThat(state.question()).isEqualTo("Where is the contract?");
        assertThat(state.askedOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(state.answerBy()).isEqualTo(LocalDate.of(2026, 12, 4));
    }

    @Test
    void answerStartsNewRoundAndVoidsAdvice() {
        var reviewCase = applicationCase();
        reviewCase.advance(Stage.PANEL);
        reviewCase.recommend(recommendation(true));
        reviewCase.advance(Stage.DECISION);
        reviewCase.ask(PERSON, "Who pays?", 14, FRIDAY);
        reviewCase.resume(3, filing(3), Stage.PANEL, MONDAY);

        assertThat(reviewCase.round()).isEqualTo(3);
        assertThat(reviewCase.stage()).isEqualTo(Stage.PANEL);
        assertThat(reviewCase.recommendation()).isEmpty();
        var state = (CaseState) reviewCase.state();
        assertThat(state.question()).isNull();
        assertThat(state.answerBy()).isNull();
    }

    @Test
    void refusesRevisionThatIsNotNewer() {
        var reviewCase = inStatus(ReviewCaseStatus.CLARIFYING);
        for (var revision : List.of(0, 1)) {
            assertThatThrownBy(() -> reviewCase.resume(revision, filing(1), Stage.COMPLETENESS, MONDAY))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(reviewCase.status()).isEqualTo(ReviewCaseStatus.CLARIFYING);
    }

    @Test
    void fullInformationStartsPledgeOnce() {
        var reviewCase = applicationCase();
        var pledged = reviewCase.completeInformation(PERSON, 5, FRIDAY).orElseThrow();
        assertThat(pledged.pledgedBy()).isEqualTo(LocalDate.of(2026, 11, 27));

        assertThat(reviewCase.completeInformation(PERSON, 20, WEDNESDAY)).isEmpty();
        assertThat(reviewCase.pledgedBy()).contains(LocalDate.of(2026, 11, 27));
    }

    @Test
    void clarificationMovesPledgeByItsWorkingDays() {
        var reviewCase = applicationCase();
        reviewCase.completeInformation(PERSON, 5, FRIDAY);
        reviewCase.ask(PERSON, "Which bank?", 14, MONDAY);
        assertThat(reviewCase.pledgedBy()).contains(LocalDate.of(2026, 11, 27));
        reviewCase.resume(2, filing(2), Stage.COMPLETENESS, WEDNESDAY);
        assertThat(reviewCase.pledgedBy()).contains(LocalDate.of(2026, 12, 1));
        assertThat(reviewCase.pledged(PERSON, WEDNESDAY).orElseThrow().pledgedBy())
                .isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void clarificationBeforeFullInformationStartsNoPledge() {
        var reviewCase = inStatus(ReviewCaseStatus.CLARIFYING);
        reviewCase.resume(2, filing(2), Stage.COMPLETENESS, MONDAY);
        assertThat(reviewCase.pledgedBy()).isEmpty();
        assertThat(reviewCase.pledged(PERSON, MONDAY)).isEmpty();
    }

    @Test
    void returnToScoringOrPanelVoidsAdvice() {
        var rescored = applicationCase();
        rescored.recommend(recommendation(true));
        rescored.returnToScoring(Stage.BUSINESS_REVIEW);
        assertThat(rescored.stage()).isEqualTo(Stage.BUSINESS_REVIEW);
        assertThat(rescored.recommendation()).isEmpty();

        var readvised = applicationCase();
        readvised.recommend(recommendation(true));
        readvised.advance(Stage.DECISION);
        readvised.returnToPanel();
        assertThat(readvised.stage()).isEqualTo(Stage.PANEL);
        assertThat(readvised.recommendation()).isEmpty();
    }

    @Test
    void keepsAdviceAndConfirmationOfEligibility() {
        var reviewCase = applicationCase();
        reviewCase.confirmEligibility(PERSON);
        reviewCase.recommend(recommendation(false));
        assertThat(reviewCase.eligibilityConfirmedBy()).contains(PERSON);
        assertThat(reviewCase.recommendation()).contains(recommendation(false));
    }

    @Test
    void closureAndWithdrawalKeepOutcomeAndLetter() {
        var declined = applicationCase();
        declined.close(CaseOutcome.DECLINED, "The plan is thin.", MONDAY);
        assertThat(declined.outcome()).contains(CaseOutcome.DECLINED);
        assertThat(((CaseState) declined.state()).letter()).isEqualTo("The plan is thin.");

        var withdrawn = inStatus(ReviewCaseStatus.CLARIFYING);
        withdrawn.withdraw("another grant", MONDAY);
        assertThat(withdrawn.outcome()).contains(CaseOutcome.WITHDRAWN);
        assertThat(((CaseState) withdrawn.state()).question()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void onlyStageGateIsDecidedInsteadOfVetted(ClaimKind kind) {
        var duty = kind == ClaimKind.STAGE_GATE ? Duty.DECIDED : Duty.VETTED_CLAIM;
        assertThat(claimCase(kind).duty()).contains(duty);
    }

    @Test
    void stagesOfApplicationCarryTheirDuties() {
        var duties = new EnumMap<Stage, Optional<Duty>>(Stage.class);
        for (var stage : Stage.values()) {
            duties.put(stage, stage.duty());
        }
        assertThat(duties)
                .containsEntry(Stage.COMPLETENESS, Optional.empty())
                .containsEntry(Stage.ELIGIBILITY, Optional.of(Duty.SCORED))
                .containsEntry(Stage.TECHNICAL_REVIEW, Optional.of(Duty.SCORED))
                .containsEntry(Stage.BUSINESS_REVIEW, Optional.of(Duty.SCORED))
                .containsEntry(Stage.PANEL, Optional.of(Duty.SCORED))
                .containsEntry(Stage.DECISION, Optional.of(Duty.DECIDED));
    }

    private static ReviewCase inStatus(ReviewCaseStatus status) {
        var reviewCase = applicationCase();
        switch (status) {
            case OPEN -> {
                // a new case is open
            }
            case CLARIFYING -> reviewCase.ask(PERSON, "Which bank?", 14, FRIDAY);
            case CLOSED -> reviewCase.close(CaseOutcome.DECLINED, "The plan is thin.", FRIDAY);
        }
        return reviewCase;
    }

    private static ReviewCase applicationCase() {
        return opened(Subject.Kind.APPLICATION, filing(1), Stage.COMPLETENESS);
    }

    private static ReviewCase claimCase(ClaimKind kind) {
        var claim = SimulatedApplications.claimWithoutMoney(kind, 1, TrancheId.next());
        return opened(Subject.Kind.CLAIM, claim, Stage.CLAIM_VETTING);
    }

    private static ReviewCase opened(Subject.Kind kind, Object filing, Stage stage) {
        var grant = GrantId.next();
        return ReviewCase.open(
                ReviewCaseId.next(),
                new NewReviewCase(
                        grant,
                        new Subject(kind, grant.value()),
                        SchemeRef.of("rth", 2),
                        Parties.of(APPLICANT),
                        "RTH-2026-000123",
                        1,
                        filing,
                        stage,
                        PERSON),
                FRIDAY);
    }

    /** The aggregate stores the filing as JSON and reads none of its fields here. */
    private static Object filing(int revision) {
        return Map.of("revision", revision);
    }

    private static Recommendation recommendation(boolean supported) {
        return new Recommendation(
                PERSON.value(),
                PERSON.value(),
                supported,
                "A sound plan.",
                2,
                List.of(PERSON),
                List.of(),
                List.of(new Recommendation.CastVote(PERSON, supported ? "SUPPORT" : "NOT_SUPPORT")),
                PERSON,
                FRIDAY);
    }
}
