package hk.itf.applications.claimline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import hk.itf.model.DomainException;
import hk.itf.model.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class SingleLineChecksTest {

    @Test
    void acceptsClaimWithoutLines() {
        assertThatCode(() -> SingleLineChecks.requireNoLines(List.of())).doesNotThrowAnyException();
    }

    @Test
    void refusesLinesWhereKindHasNone() {
        refuses(
                () -> SingleLineChecks.requireNoLines(List.of(amount(Money.hkd(1)))),
                "invalid-claim",
                tuple("/lines", "not-asked"));
    }

    @Test
    void returnsTheAmountOfTheSingleLine() {
        assertThat(SingleLineChecks.requireSingleAmount(List.of(amount(Money.ofCents(12_345_67)))))
                .isEqualTo(Money.ofCents(12_345_67));
    }

    @Test
    void refusesMissingLine() {
        refuses(() -> SingleLineChecks.requireSingleAmount(List.of()), "invalid-claim", tuple("/lines", "required"));
    }

    @Test
    void namesEveryFaultOfTheSingleLine() {
        Map<String, JsonNode> evidence = Map.of("receipt", new TextNode("R-1"));
        var line = new ClaimLineInput(Optional.of(1), Optional.of(1), Money.ofCents(-1), evidence);
        refuses(
                () -> SingleLineChecks.requireSingleAmount(List.of(line, amount(Money.hkd(1)))),
                "invalid-claim",
                tuple("/lines/1", "not-asked"),
                tuple("/lines/0/month", "not-asked"),
                tuple("/lines/0/row", "not-asked"),
                tuple("/lines/0/evidence", "not-asked"),
                tuple("/lines/0/paid", "negative"));
    }

    @Test
    void acceptsMatchingMoneyOfExactlyTheNeededAmount() {
        assertThatCode(() -> SingleLineChecks.requireMatchingMoney(Money.hkd(6), Money.hkd(6)))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesMatchingMoneyOneCentShort() {
        refuses(
                () -> SingleLineChecks.requireMatchingMoney(Money.ofCents(5_99), Money.hkd(6)),
                "matching-short",
                tuple("/lines/0/paid", "matching-short"));
    }

    private static ClaimLineInput amount(Money paid) {
        return new ClaimLineInput(Optional.empty(), Optional.empty(), paid, Map.of());
    }

    private static void refuses(ThrowingCallable call, String slug, Tuple... faults) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DomainException.class, e -> {
            assertThat(e.slug()).isEqualTo(slug);
            assertThat(e.violations()).extracting("pointer", "code").containsExactly(faults);
        });
    }
}
