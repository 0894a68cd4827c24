package hk.itf.model.scheme.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import hk.itf.model.money.Money;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.allowance.RemainingAllowances;
import hk.itf.model.scheme.catalogue.SchemeReader.InvalidSchemeException;
import hk.itf.model.scheme.question.Answer;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.QuestionId;
import hk.itf.model.scheme.value.DateRange;
import hk.itf.model.scheme.value.SchemeId;
import hk.itf.model.scheme.value.SchemeRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemeCatalogueTest {

    private static final SchemeId RTH = SchemeId.of("rth");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final SchemeCatalogue catalogue = SchemeCatalogue.of(SchemeCatalogue.shipped());

    @Test
    void publishedFilesKeepTheirHashes() throws IOException {
        var published = new HashMap<String, String>();
        try (var in = getClass().getResourceAsStream("/schemes/published.sha256")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" +"))
                    .forEach(line -> published.put(line[1], line[0]));
        }
        assertThat(SchemeCatalogue.shipped())
                .allSatisfy(file -> assertThat(published).containsEntry(file.file(), file.sha256()))
                .hasSameSizeAs(published.keySet());
    }

    @Test
    void leavesOutVersionWithoutFirstDay() {
        var nittp = SchemeId.of("nittp");
        assertThat(catalogue.versions(nittp)).extracting(Scheme::version).containsExactly(1);
        var dated = SchemeCatalogue.of(
                SchemeCatalogue.shipped(), Map.of(SchemeRef.of("nittp", 2), LocalDate.of(2026, 4, 1)));
        assertThat(dated.versions(nittp)).extracting(Scheme::version).containsExactly(1, 2);
    }

    @Test
    void firstDayOfEngagementSelectsVersion() {
        assertThat(versionFor(LocalDate.of(2023, 3, 31))).isEqualTo(1);
        assertThat(versionFor(LocalDate.of(2023, 4, 1))).isEqualTo(2);
        assertThat(catalogue.versionFor(RTH, starting(LocalDate.of(2020, 6, 30)), TODAY))
                .isEmpty();
        assertThat(catalogue.versionFor(RTH, Answers.NONE, TODAY).orElseThrow().version())
                .isEqualTo(2);
    }

    @Test
    void grantsCeilingAndAllowanceToDoctoralPost() {
        var entitlement = rth(2).funding().evaluate(post("doctoral", 60_000, 12), RemainingAllowances.NONE);
        assertThat(entitlement.amount()).isEqualTo(Money.hkd(540_000));
        assertThat(entitlement.lines()).hasSize(3);
        assertThat(entitlement.lines().getFirst().amount()).isEqualTo(Money.hkd(35_000));
        assertThat(entitlement.lines().getLast().amount()).isEqualTo(Money.hkd(120_000));
    }

    @Test
    void grantsSalaryBelowCeilingInFull() {
        assertThat(rth(2).funding()
                        .evaluate(post("master", 21_500, 6), RemainingAllowances.NONE)
                        .amount())
                .isEqualTo(Money.hkd(129_000));
    }

    @Test
    void versionOf2020HasNoLivingAllowance() {
        assertThat(rth(1).funding()
                        .evaluate(post("doctoral", 60_000, 12), RemainingAllowances.NONE)
                        .amount())
                .isEqualTo(Money.hkd(384_000));
    }

    @Test
    void livingAllowanceEndsAfter36Months() {
        assertThat(rth(2).funding()
                        .evaluate(post("doctoral", 60_000, 40), RemainingAllowances.NONE)
                        .amount())
                .isEqualTo(Money.hkd(40 * 35_000 + 36 * 10_000));
    }

    @Test
    void plansFourQuartersForTwelveMonths() {
        var answers = post("doctoral", 60_000, 12);
        var plan = rth(2).tranches().plan(Money.hkd(540_000), answers);
        assertThat(plan.tranches())
                .hasSize(4)
                .allMatch(tranche -> tranche.amount().equals(Money.hkd(135_000)));
        assertThat(plan.tranches().getFirst().period())
                .isEqualTo(new DateRange(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 2, 28)));
        assertThat(plan.total()).isEqualTo(Money.hkd(540_000));
    }

    @Test
    void tranchesOfTenMonthsSumToEntitlement() {
        var plan = rth(2).tranches().plan(Money.ofCents(1_000_001), post("master", 21_500, 10));
        assertThat(plan.tranches()).hasSize(4);
        assertThat(plan.total()).isEqualTo(Money.ofCents(1_000_001));
        assertThat(plan.rescaledTo(Money.ofCents(777_777)).total()).isEqualTo(Money.ofCents(777_777));
    }

    @Test
    void tellsPublishedPledgeFromDemoDefault() {
        assertThat(rth(2).pledge().source().isDemoDefault()).isFalse();
        var training = catalogue.get(SchemeRef.of("nittp", 1)).orElseThrow();
        assertThat(training.pledge().source().isDemoDefault()).isTrue();
    }

    @Test
    void listsEveryFaultWithItsPath() {
        var text = rthText().replace("prefix: RTH", "prefix: rth").replace("limit: 4", "limit: 0");
        assertThatThrownBy(() -> SchemeReader.read("rth/broken.yaml", text))
                .isInstanceOfSatisfying(
                        InvalidSchemeException.class,
                        e -> assertThat(e.faults())
                                .extracting(SchemeReader.Fault::file, SchemeReader.Fault::path)
                                .contains(
                                        tuple("rth/broken.yaml", "/reference-prefix"),
                                        tuple("rth/broken.yaml", "/allowances/0/limit"),
                                        tuple("rth/broken.yaml", "/allowances/1/limit")));
    }

    @Test
    void refusesRulesOnUnknownOrWrongQuestions() {
        var text = rthText()
                .replace("paid: monthly-salary", "paid: degree")
                .replace("question: conducts-rd }", "question: nobody-asked }");
        assertThatThrownBy(() -> SchemeReader.read("rth/broken.yaml", text))
                .isInstanceOfSatisfying(
                        InvalidSchemeException.class,
                        e -> assertThat(e.faults())
                                .extracting(SchemeReader.Fault::path)
                                .contains("/funding/paid", "/eligibility/rd-in-hong-kong/passes"));
    }

    @Test
    void refusesWeightsThatDoNotSumTo100() {
        var text = rthText().replace("weight: 50 }", "weight: 49 }");
        assertThatThrownBy(() -> SchemeReader.read("rth/broken.yaml", text))
                .hasMessageContaining("/vetting/2")
                .hasMessageContaining("sum to 100");
    }

    @Test
    void refusesOverlappingVersions() {
        var files = new ArrayList<>(SchemeCatalogue.shipped());
        files.add(SchemeReader.read("rth/v3.yaml", rthText().replace("version: 2", "version: 3")));
        assertThatThrownBy(() -> SchemeCatalogue.of(files)).hasMessageContaining("overlap those of version 2");
    }

    private static String rthText() {
        return SchemeCatalogue.shipped().stream()
                .filter(file -> file.file().equals("rth/v2.yaml"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private Scheme rth(int version) {
        return catalogue.get(SchemeRef.of("rth", version)).orElseThrow();
    }

    private int versionFor(LocalDate start) {
        return catalogue.versionFor(RTH, starting(start), TODAY).orElseThrow().version();
    }

    private static Answers starting(LocalDate start) {
        return new Answers(Map.of(QuestionId.of("engagement-start"), new Answer.OfDate(start)));
    }

    private static Answers post(String degree, long salary, int months) {
        return new Answers(Map.of(
                QuestionId.of("degree"), new Answer.OfChoice(degree),
                QuestionId.of("monthly-salary"), new Answer.OfMoney(Money.hkd(salary)),
                QuestionId.of("engagement-start"), new Answer.OfDate(LocalDate.of(2026, 12, 1)),
                QuestionId.of("engagement-months"), new Answer.OfCount(months)));
    }
}
