package hk.itf.model.scheme.catalogue;

import static hk.itf.model.NamedValue.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.Wording;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.json.Json;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.allowance.Allowance;
import hk.itf.model.scheme.allowance.Limit;
import hk.itf.model.scheme.allowance.RemainingAllowances;
import hk.itf.model.scheme.funding.Entitlement;
import hk.itf.model.scheme.question.Answer;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.Facts;
import hk.itf.model.scheme.question.QuestionId;
import hk.itf.model.scheme.question.RegisterEntry;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.value.DateRange;
import hk.itf.model.scheme.value.RuleId;
import hk.itf.model.scheme.value.SchemeId;
import hk.itf.model.scheme.value.SchemeRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Worked examples of the training scheme. */
class TrainingGrantTest {

    private static final SchemeId NITTP = SchemeId.of("nittp");
    private static final LocalDate COMMENCES = LocalDate.of(2027, 3, 1);
    private static final RuleId CAP = RuleId.of("grants-in-year");

    private final Scheme first = SchemeCatalogue.of(SchemeCatalogue.shipped())
            .get(new SchemeRef(NITTP, 1))
            .orElseThrow();

    @Test
    void grantsTwoThirdsOfFee() {
        var entitlement = first.funding().evaluate(training(27_000, 1), unused(500_000));
        assertThat(entitlement.amount()).isEqualTo(Money.hkd(18_000));
        assertThat(entitlement.lines())
                .extracting(Entitlement.Line::wording)
                .first()
                .isEqualTo(Wording.of(
                        "entitlement.row-with-ceiling",
                        value("number", 1),
                        value("government", 2),
                        value("parts", 3),
                        value("cost", Money.hkd(27_000)),
                        value("ceiling", Money.hkd(100_000))));
        assertThat(Money.hkd(27_000).minus(entitlement.amount())).isEqualTo(Money.hkd(9_000));
    }

    @Test
    void unusedYearlyAllowanceLimitsGrant() {
        assertThat(first.funding().evaluate(training(27_000, 3), unused(40_000)).amount())
                .isEqualTo(Money.hkd(40_000));
        assertThat(first.funding().evaluate(training(27_000, 3), unused(0)).amount())
                .isEqualTo(Money.ZERO);
    }

    @Test
    void courseCeilingLimitsEachTrainee() {
        assertThat(first.funding()
                        .evaluate(training(300_000, 2), unused(500_000))
                        .amount())
                .isEqualTo(Money.hkd(200_000));
    }

    @Test
    void roundsDownShareOfEachTrainee() {
        // Two thirds of 100.00 are 66.66, rounded down. Three trainees get 199.98, not 200.00.
        assertThat(first.funding().evaluate(training(100, 3), unused(500_000)).amount())
                .isEqualTo(Money.ofCents(19_998));
    }

    @Test
    void permitsHalfInAdvance() {
        var plan = first.tranches().plan(Money.hkd(18_000), training(27_000, 1));
        assertThat(plan.tranches()).singleElement().satisfies(tranche -> {
            assertThat(tranche.advance()).isEqualTo(Money.hkd(9_000));
            assertThat(tranche.claimBy()).isEqualTo(LocalDate.of(2027, 7, 1));
            assertThat(Json.read(Json.write(tranche), PlannedTranche.class)).isEqualTo(tranche);
        });
    }

    @Test
    void requiresThreeQuartersAttendance() {
        var attendance = first.claims().lines().rules().getFirst();
        assertThat(attendance.passes().holds(attended(6, 8))).isTrue();
        assertThat(attendance.passes().holds(attended(4, 5))).isTrue();
        assertThat(attendance.passes().holds(attended(5, 8))).isFalse();
        assertThat(attendance.passes().holds(attended(0, 0))).isFalse();
    }

    @Test
    void refusesMoreAttendedThanHeldLessons() {
        var lines = first.claims().lines();
        assertThat(lines.rules().getFirst().passes().holds(attended(9, 8))).isFalse();
        assertThat(lines.consistency())
                .singleElement()
                .satisfies(rule -> assertThat(rule.fault(attended(9, 8).answers(), "/lines/0/evidence"))
                        .hasValueSatisfying(
                                fault -> assertThat(fault.pointer()).isEqualTo("/lines/0/evidence/attended")));
    }

    @Test
    void refusesCommencementOutsideRegisteredDays() {
        assertThat(faults(training(27_000, 1), COMMENCES, COMMENCES)).isEmpty();
        assertThat(faults(training(27_000, 1), COMMENCES.plusDays(1), COMMENCES.plusYears(1)))
                .containsExactly("/answers/course-commencement");
        assertThat(faults(training(27_000, 1), COMMENCES.minusYears(1), COMMENCES.minusDays(1)))
                .containsExactly("/answers/course-commencement");
    }

    @Test
    void refusesRuleOnFactTheRegisterDoesNotShow() {
        var files = SchemeCatalogue.shipped().stream()
                .map(file -> SchemeReader.read(
                        file.file(),
                        file.text().replace("until: last-commencement, source", "until: last-class, source")))
                .toList();
        assertThatThrownBy(() -> SchemeCatalogue.of(files))
                .hasMessageContaining(
                        "nittp/v1.yaml at /consistency: the register entries that course names do not show both first-commencement");
    }

    @Test
    void refusesCourseEndBeforeCommencement() {
        var answers = training(27_000, 1)
                .with(new Answers(Map.of(QuestionId.of("course-end"), new Answer.OfDate(COMMENCES.minusDays(1)))));
        assertThat(faults(answers, COMMENCES, COMMENCES)).containsExactly("/answers/course-end");
        assertThatThrownBy(() -> first.questionnaire().requireConsistent(answers))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.slug()).isEqualTo("answers-do-not-fit"));
    }

    @Test
    void countsAllowanceInFinancialYearOfCommencement() {
        var cap = first.allowances().getFirst();
        assertThat(cap.period().countedDates(new Facts(on(LocalDate.of(2027, 3, 31)), "company")))
                .contains(new DateRange(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31)));
        assertThat(cap.period().countedDates(new Facts(on(LocalDate.of(2027, 4, 1)), "company")))
                .contains(new DateRange(LocalDate.of(2027, 4, 1), LocalDate.of(2028, 3, 31)));
        assertThat(cap.limit()).isEqualTo(new Limit.Total(Money.hkd(500_000)));
    }

    @Test
    void refusesApplicationLaterThanFiveWeeksBefore() {
        var answers = new Facts(training(27_000, 1), "company");
        first.window().requireOpen(answers, COMMENCES.minusDays(35));
        assertThatThrownBy(() -> first.window().requireOpen(answers, COMMENCES.minusDays(34)))
                .isInstanceOfSatisfying(DomainException.class, refusal -> {
                    assertThat(refusal.slug()).isEqualTo("too-late");
                    assertThat(refusal.violations())
                            .singleElement()
                            .satisfies(violation ->
                                    assertThat(violation.pointer()).isEqualTo("/answers/course-commencement"));
                });
    }

    @Test
    void traineeWithoutDiplomaNeedsTwoYears() {
        var background = first.eligibility().stream()
                .filter(rule -> rule.id().equals(RuleId.of("background")))
                .findFirst()
                .orElseThrow();
        assertThat(background.passes().holds(trainees(trainee("A1", 27_000, true, 1))))
                .isTrue();
        assertThat(background.passes().holds(trainees(trainee("A1", 27_000, false, 2))))
                .isTrue();
        assertThat(background.passes().holds(trainees(trainee("A1", 27_000, false, 1))))
                .isFalse();
        assertThat(background.passes().holds(trainees(trainee("A1", 27_000, true, 5), trainee("B2", 27_000, true, 0))))
                .isFalse();
        assertThat(background.passes().holds(trainees())).isFalse();
    }

    @Test
    void refusesSameTraineeTwice() {
        var distinct = first.eligibility().getLast().passes();
        assertThat(distinct.holds(trainees(trainee("a123", 1, true, 1), trainee(" A123", 1, true, 1))))
                .isFalse();
        assertThat(distinct.holds(trainees(trainee("A123456(7)", 1, true, 1), trainee("a 1234567", 1, true, 1))))
                .isFalse();
        assertThat(distinct.holds(trainees(trainee("A123", 1, true, 1), trainee("A124", 1, true, 1))))
                .isTrue();
    }

    @Test
    void assessedAnswersOmitPersonalColumns() {
        var assessed = Json.write(first.assessed(training(27_000, 2)));
        assertThat(assessed).contains("fee", "qualified").doesNotContain("Chan", "A000");
    }

    @Test
    void spellingsOfOneIdentityNumberShareOneHashedKey() {
        var employee = new Allowance.Subject.EachRow(QuestionId.of("trainees"), QuestionId.of("identity"));
        var keys = employee.lockKeys(
                trainees(
                                trainee("a123456(7)", 1, true, 1),
                                trainee("A1234567 ", 1, true, 1),
                                trainee("Ａ１２３４５６－７", 1, true, 1))
                        .answers(),
                OrganisationId.next());
        assertThat(keys)
                .singleElement()
                .asString()
                .startsWith("row:")
                .doesNotContain("123(")
                .hasSize(68);
    }

    @Test
    void deploymentSetsUnpublishedFirstDay() {
        var files = SchemeCatalogue.shipped();
        var without = SchemeCatalogue.of(files);
        assertThat(without.versionFor(NITTP, on(COMMENCES).with(Answers.NONE), COMMENCES)
                        .orElseThrow()
                        .version())
                .isEqualTo(1);

        var start = LocalDate.of(2027, 1, 1);
        var with = SchemeCatalogue.of(files, Map.of(new SchemeRef(NITTP, 2), start));
        assertThat(with.versionFor(NITTP, on(start.minusDays(1)), start)
                        .orElseThrow()
                        .version())
                .isEqualTo(1);
        var second = with.versionFor(NITTP, on(start), start).orElseThrow();
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.funding()
                        .evaluate(training(27_000, 1), unused(250_000))
                        .amount())
                .isEqualTo(Money.hkd(13_500));

        assertThatThrownBy(() -> SchemeCatalogue.of(files, Map.of(new SchemeRef(NITTP, 1), start)))
                .hasMessageContaining("leaves its first day to the deployment");
    }

    /** Pointers of the consistency faults when the course is registered for commencement between two days. */
    private List<String> faults(Answers answers, LocalDate from, LocalDate until) {
        var entry = new RegisterEntry(
                "NTC-2026-000001",
                new Answers(Map.of(
                        QuestionId.of("first-commencement"), new Answer.OfDate(from),
                        QuestionId.of("last-commencement"), new Answer.OfDate(until))));
        var registered = answers.with(new Answers(Map.of(QuestionId.of("course"), new Answer.OfEntry(entry))));
        return first.consistency().stream()
                .flatMap(rule -> rule.fault(registered, "/answers").stream())
                .map(Violation::pointer)
                .toList();
    }

    private static RemainingAllowances unused(long dollars) {
        return new RemainingAllowances(Map.of(CAP, Money.hkd(dollars)));
    }

    private static Answers on(LocalDate commencement) {
        return new Answers(Map.of(QuestionId.of("course-commencement"), new Answer.OfDate(commencement)));
    }

    private static Facts attended(int attended, int lessons) {
        return new Facts(
                new Answers(Map.of(
                        QuestionId.of("attended"), new Answer.OfCount(attended),
                        QuestionId.of("lessons"), new Answer.OfCount(lessons))),
                "company");
    }

    private static Answers training(long fee, int trainees) {
        return on(COMMENCES)
                .with(new Answers(Map.of(
                        QuestionId.of("course-end"), new Answer.OfDate(LocalDate.of(2027, 5, 1)),
                        QuestionId.of("course"),
                                new Answer.OfEntry(new RegisterEntry(
                                        "NTC-2026-000001",
                                        new Answers(Map.of(
                                                QuestionId.of("ceiling"), new Answer.OfMoney(Money.hkd(100_000)))))))))
                .with(trainees(IntStream.range(0, trainees)
                                .mapToObj(i -> trainee("A00000" + i, fee, true, 3))
                                .toArray(Answers[]::new))
                        .answers());
    }

    private static Facts trainees(Answers... trainees) {
        return new Facts(
                new Answers(Map.of(QuestionId.of("trainees"), new Answer.OfRows(List.of(trainees)))), "company");
    }

    private static Answers trainee(String identity, long fee, boolean qualified, int years) {
        return new Answers(Map.of(
                QuestionId.of("name"), new Answer.OfText("Chan Tai Man"),
                QuestionId.of("identity"), new Answer.OfText(identity),
                QuestionId.of("qualified"), new Answer.OfYesNo(qualified),
                QuestionId.of("experience-years"), new Answer.OfCount(years),
                QuestionId.of("fee"), new Answer.OfMoney(Money.hkd(fee))));
    }
}
