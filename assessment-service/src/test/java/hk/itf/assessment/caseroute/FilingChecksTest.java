package hk.itf.assessment.caseroute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.assessment.SimulatedApplications;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.ClaimKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Events about claims that do not add up are parked rather than vetted. */
class FilingChecksTest {

    private static final ClaimFiling PAYMENT = SimulatedApplications.claim(1, TrancheId.next());

    @ParameterizedTest
    @EnumSource(names = {"REPORT", "MILESTONE", "STAGE_GATE"})
    void aClaimWithoutMoneyHasNoLinesAndAsksForNothing(ClaimKind kind) {
        var sound = SimulatedApplications.claimWithoutMoney(kind, 1, TrancheId.next());
        assertThat(FilingChecks.require(sound)).isEqualTo(sound);
        isRefused(as(kind, PAYMENT.lines(), Money.ZERO));
        isRefused(as(kind, List.of(), Money.hkd(1)));
    }

    @Test
    void matchingMoneyIsShownInLinesAndAsksForNothing() {
        assertThat(FilingChecks.require(as(ClaimKind.MATCHING, PAYMENT.lines(), Money.ZERO))
                        .lines())
                .hasSize(3);
        isRefused(as(ClaimKind.MATCHING, PAYMENT.lines(), Money.hkd(1)));
    }

    @ParameterizedTest
    @EnumSource(names = {"PAYMENT", "ADVANCE", "ACCOUNTS"})
    void aClaimOfMoneyAsksForWhatItsLinesCome(ClaimKind kind) {
        var sound = as(kind, PAYMENT.lines(), PAYMENT.claimed());
        assertThat(FilingChecks.require(sound)).isEqualTo(sound);
        isRefused(as(kind, PAYMENT.lines(), Money.ZERO.minus(Money.hkd(1))));
    }

    private static ClaimFiling as(ClaimKind kind, List<ClaimFiling.Line> lines, Money claimed) {
        return new ClaimFiling(1, kind, PAYMENT.tranche(), lines, claimed, "", List.of());
    }

    private static void isRefused(ClaimFiling filing) {
        assertThatThrownBy(() -> FilingChecks.require(filing)).isInstanceOf(IllegalArgumentException.class);
    }
}
