package hk.itf.assessment.claimvetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.booleans;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import hk.itf.model.DomainException;
import hk.itf.model.event.AssessmentEvent.RefusedLine;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.value.DateRange;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VettedLinesLawsTest {

    @Test
    void acceptedPlusRefusedEqualsAllLines() {
        qt().forAll(
                        lists().of(integers().between(0, 5_000_000)).ofSizeBetween(1, 12),
                        lists().of(booleans().all()).ofSize(12))
                .check((cents, accepted) -> {
                    var claim = claim(cents, Integer.MAX_VALUE);
                    var vetted = VettedLines.of(claim, verdicts(cents.size(), accepted));
                    var refused = Money.sum(
                            vetted.refused().stream().map(RefusedLine::claimed).toList());
                    return vetted.accepted()
                            .plus(refused)
                            .equals(Money.sum(claim.lines().stream()
                                    .map(ClaimFiling.Line::claimed)
                                    .toList()));
                });
    }

    @Test
    void acceptsAtMostClaimedAmount() {
        qt().forAll(
                        lists().of(integers().between(0, 5_000_000)).ofSizeBetween(1, 12),
                        integers().between(0, 20_000_000))
                .check((cents, claimed) -> !VettedLines.of(
                                claim(cents, claimed), verdicts(cents.size(), Collections.nCopies(12, true)))
                        .accepted()
                        .exceeds(Money.ofCents(claimed)));
    }

    @Test
    void refusesMissingDoubleOrUnexplainedVerdicts() {
        var claim = claim(List.of(100, 200), 300);
        refused(claim, List.of(new LineVerdict(1, true, "")));
        refused(claim, List.of(new LineVerdict(1, true, ""), new LineVerdict(1, true, "")));
        refused(
                claim,
                List.of(new LineVerdict(1, true, ""), new LineVerdict(2, true, ""), new LineVerdict(3, true, "")));
        refused(claim, List.of(new LineVerdict(1, true, ""), new LineVerdict(2, false, " ")));
    }

    private static void refused(ClaimFiling claim, List<LineVerdict> verdicts) {
        assertThatThrownBy(() -> VettedLines.of(claim, verdicts))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.violations()).isNotEmpty());
    }

    private static List<LineVerdict> verdicts(int lines, List<Boolean> accepted) {
        return IntStream.range(0, lines)
                .mapToObj(i -> new LineVerdict(i + 1, accepted.get(i), accepted.get(i) ? "" : "no payslip"))
                .toList();
    }

    private static ClaimFiling claim(List<Integer> cents, int claimed) {
        var day = LocalDate.of(2026, 12, 1);
        return new ClaimFiling(
                1,
                ClaimKind.PAYMENT,
                TrancheId.next(),
                IntStream.range(0, cents.size())
                        .mapToObj(i -> new ClaimFiling.Line(
                                i + 1, new DateRange(day, day), Money.ZERO, Money.ofCents(cents.get(i))))
                        .toList(),
                Money.ofCents(claimed),
                "",
                List.of());
    }
}
