package hk.itf.assessment.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.Uuids;
import hk.itf.model.scheme.catalogue.SchemeCatalogue;
import hk.itf.model.scheme.value.SchemeRef;
import hk.itf.model.scheme.vetting.ReviewStage.TechnicalReview;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MarksTest {

    private static final TechnicalReview REVIEW = (TechnicalReview) SchemeCatalogue.of(SchemeCatalogue.shipped())
            .get(SchemeRef.of("rth", 2))
            .orElseThrow()
            .stage("TECHNICAL_REVIEW")
            .orElseThrow();

    @Test
    void weightedScoreIsExact() {
        assertThat(tenths(10, 10, 10)).isEqualTo(1_000);
        assertThat(tenths(0, 0, 0)).isZero();
        assertThat(tenths(8, 7, 6)).isEqualTo(8 * 50 + 7 * 30 + 6 * 20);
    }

    @Test
    void listsEveryFaultOfSheet() {
        var given = new HashMap<String, Integer>(Map.of("talent-fit", 11, "charm/wit", 3));
        given.put("supervision", null);
        assertThatThrownBy(() -> Marks.of(given, REVIEW))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.violations())
                                .extracting(Violation::pointer)
                                .containsExactlyInAnyOrder(
                                        "/marks/talent-fit",
                                        "/marks/charm~1wit",
                                        "/marks/supervision",
                                        "/marks/research-content"));
    }

    @Test
    void comparesPassMarkWithoutRounding() {
        assertThat(tally(2, 999).meets(50)).isFalse();
        assertThat(tally(2, 1_000).meets(50)).isTrue();
        assertThat(tally(3, 1_499).meets(50)).isFalse();
        assertThat(tally(0, 0).meets(0)).isFalse();
    }

    @Test
    void passesWhenExactMeanReachesPassMark() {
        qt().forAll(
                        lists().of(integers().between(0, 1_000)).ofSizeBetween(1, 9),
                        integers().between(0, 100))
                .check((sheets, passMark) -> {
                    var sum = sheets.stream().mapToInt(Integer::intValue).sum();
                    return tally(sheets.size(), sum).meets(passMark) == (sum >= (long) passMark * 10 * sheets.size());
                });
    }

    @Test
    void weightedScoreLiesBetweenLowestAndHighestMark() {
        qt().forAll(
                        integers().between(0, 10),
                        integers().between(0, 10),
                        integers().between(0, 10))
                .check((content, fit, supervision) -> {
                    var tenths = tenths(content, fit, supervision);
                    var lowest = Math.min(content, Math.min(fit, supervision));
                    var highest = Math.max(content, Math.max(fit, supervision));
                    return lowest * 100 <= tenths && tenths <= highest * 100;
                });
    }

    private static int tenths(int content, int fit, int supervision) {
        return Marks.of(Map.of("research-content", content, "talent-fit", fit, "supervision", supervision), REVIEW)
                .weightedTenths(REVIEW.criteria());
    }

    private static Tally tally(int sheets, int sum) {
        return new Tally(
                Stream.generate(() -> PersonId.of(Uuids.next())).limit(sheets).toList(), sum);
    }
}
