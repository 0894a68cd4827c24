package hk.itf.assessment.claimvetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.value.DateRange;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Accounts and matching money have one line, which cannot be refused. A refused line would claim back the full grant. */
class SingleSumClaimTest {

    private static final LocalDate DAY = LocalDate.of(2027, 5, 1);
    private static final Money SPENT = Money.hkd(1_900_000);

    @Test
    void acceptsAccountsButNeverRefusesTheirLine() {
        assertThat(VettedLines.of(of(ClaimKind.ACCOUNTS), List.of(new LineVerdict(1, true, "")))
                        .accepted())
                .isEqualTo(SPENT);
        refusalOfLineIsRejected(ClaimKind.ACCOUNTS, "accounts-refused");
    }

    @Test
    void acceptsMatchingMoneyAsEvidenceButNeverRefusesItsLine() {
        assertThat(VettedLines.of(of(ClaimKind.MATCHING), List.of(new LineVerdict(1, true, "")))
                        .accepted())
                .isEqualTo(Money.ZERO);
        refusalOfLineIsRejected(ClaimKind.MATCHING, "matching-short");
    }

    private static void refusalOfLineIsRejected(ClaimKind kind, String code) {
        var refused = List.of(new LineVerdict(1, false, "The audit is qualified."));
        assertThatThrownBy(() -> VettedLines.of(of(kind), refused))
                .isInstanceOfSatisfying(DomainException.class, refusal -> {
                    assertThat(refusal.slug()).isEqualTo(code);
                    assertThat(refusal.violations())
                            .extracting(Violation::pointer, Violation::code)
                            .containsExactly(tuple("/lines/0/accepted", code));
                });
    }

    /** A claim with one line. Matching money is evidence, so its claim asks for HK$0.00. */
    private static ClaimFiling of(ClaimKind kind) {
        var claimed = kind == ClaimKind.MATCHING ? Money.ZERO : SPENT;
        var line = new ClaimFiling.Line(1, new DateRange(DAY, DAY), SPENT, claimed);
        return new ClaimFiling(1, kind, TrancheId.next(), List.of(line), claimed, "Audited.", List.of());
    }
}
