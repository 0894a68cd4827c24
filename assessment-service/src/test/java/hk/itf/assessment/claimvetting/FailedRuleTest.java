package hk.itf.assessment.claimvetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.value.DateRange;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.RuleId;
import hk.itf.model.scheme.value.Source;
import hk.itf.model.scheme.vetting.EligibilityOutcome.RuleOutcome;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A claim with three trainees. The second fails the attendance rule. */
class FailedRuleTest {

    private static final LocalDate DAY = LocalDate.of(2027, 5, 1);

    private final ClaimFiling claim = new ClaimFiling(
            1,
            ClaimKind.PAYMENT,
            TrancheId.next(),
            List.of(line(1, true), line(2, false), line(3, true)),
            Money.hkd(54_000),
            "All but one attended.",
            List.of());

    @Test
    void acceptsOtherLinesWhenOneIsRefused() {
        var vetted = VettedLines.of(
                claim, List.of(accepted(1), new LineVerdict(2, false, "Five of eight lessons."), accepted(3)));
        assertThat(vetted.accepted()).isEqualTo(Money.hkd(36_000));
        assertThat(vetted.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.number()).isEqualTo(2);
            assertThat(refused.claimed()).isEqualTo(Money.hkd(18_000));
        });
    }

    @Test
    void refusesAcceptedLineThatFailsRule() {
        assertThatThrownBy(() -> VettedLines.of(claim, List.of(accepted(1), accepted(2), accepted(3))))
                .isInstanceOfSatisfying(DomainException.class, refusal -> {
                    assertThat(refusal.slug()).isEqualTo("line-fails-rule");
                    assertThat(refusal.violations())
                            .extracting(Violation::pointer, Violation::code)
                            .containsExactly(tuple("/lines/1/accepted", "attendance"));
                });
    }

    private static LineVerdict accepted(int number) {
        return new LineVerdict(number, true, "");
    }

    private static ClaimFiling.Line line(int row, boolean attended) {
        return new ClaimFiling.Line(
                row,
                new DateRange(DAY, DAY),
                Money.hkd(27_000),
                Money.hkd(18_000),
                row,
                Answers.NONE,
                List.of(new RuleOutcome(
                        RuleId.of("attendance"),
                        attended,
                        new LocalisedText("At least 70% of the lessons.", "出席最少70%的課堂。", "出席最少70%的课堂。"),
                        Source.of("trainers' pages"))));
    }
}
