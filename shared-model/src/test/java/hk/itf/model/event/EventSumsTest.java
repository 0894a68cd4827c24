package hk.itf.model.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hk.itf.model.event.ApplicationEvent.ApplicationSubmitted;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.event.EventCodec.UnreadableEventException;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.funding.EntitlementStatement;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.tranche.TranchePlan;
import hk.itf.model.scheme.value.DateRange;
import hk.itf.model.scheme.value.SchemeRef;
import hk.itf.model.scheme.vetting.EligibilityOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventSumsTest {

    private static final GrantId GRANT = GrantId.next();
    private static final LocalDate DAY = LocalDate.of(2026, 8, 1);
    private static final Parties PARTIES = Parties.of(OrganisationId.next());
    private static final SchemeRef SCHEME = SchemeRef.of("rth", 2);
    private static final Money SUM = Money.hkd(100);
    private static final Money OTHER = Money.ofCents(10_001);

    private static final TranchePlan PLAN =
            new TranchePlan(Stream.of(1, 2).map(EventSumsTest::half).toList());

    private static PlannedTranche half(int number) {
        return new PlannedTranche(
                TrancheId.next(), number, Money.hkd(50), new DateRange(DAY, DAY), Set.of(), DAY.plusMonths(3));
    }

    @Test
    void filingProposesTheEntitlement() {
        assertThat(filing(SUM).proposed()).isEqualTo(PLAN);
        refuses(() -> filing(OTHER), "add up to");
    }

    @Test
    void amendmentPlansTheAwardedAmount() {
        assertThat(amendment(SUM).plan()).isEqualTo(PLAN);
        refuses(() -> amendment(OTHER), "add up to");
    }

    @Test
    void approvalPlansTheAwardedAmount() {
        assertThat(approved(SUM).plan()).isEqualTo(PLAN);
        refuses(() -> approved(OTHER), "add up to");
    }

    @Test
    void approvedAmendmentPlansTheAwardedAmount() {
        assertThat(amendmentApproved(SUM).plan()).isEqualTo(PLAN);
        refuses(() -> amendmentApproved(OTHER), "add up to");
    }

    @Test
    void acceptedAmountIsNeverNegative() {
        assertThat(accepted(Money.ZERO).accepted()).isEqualTo(Money.ZERO);
        refuses(() -> accepted(Money.ofCents(-1)), "never negative");
    }

    @Test
    void claimLinesHaveNumbersOfTheirOwn() {
        refuses(() -> claim(ClaimKind.PAYMENT, List.of(line(1, SUM), line(1, SUM)), SUM), "same number");
    }

    @ParameterizedTest
    @EnumSource(
            value = ClaimKind.class,
            names = {"PAYMENT", "ADVANCE", "ACCOUNTS"})
    void claimOfMoneyIsNeverNegative(ClaimKind kind) {
        assertThat(claim(kind, List.of(line(1, SUM)), SUM).claimed()).isEqualTo(SUM);
        refuses(() -> claim(kind, List.of(line(1, SUM)), Money.ofCents(-1)), "never negative");
        refuses(() -> claim(kind, List.of(line(1, Money.ofCents(-1))), Money.ZERO), "never negative");
    }

    @ParameterizedTest
    @EnumSource(
            value = ClaimKind.class,
            names = {"REPORT", "MILESTONE", "STAGE_GATE"})
    void claimWithoutMoneyHasNoLines(ClaimKind kind) {
        assertThat(claim(kind, List.of(), Money.ZERO).lines()).isEmpty();
        refuses(() -> claim(kind, List.of(line(1, Money.ZERO)), Money.ZERO), "asks for no money");
        refuses(() -> claim(kind, List.of(), Money.hkd(1)), "asks for no money");
    }

    @Test
    void matchingClaimHasLinesAndAsksForNoMoney() {
        assertThat(claim(ClaimKind.MATCHING, List.of(line(1, Money.ZERO)), Money.ZERO)
                        .lines())
                .hasSize(1);
        refuses(() -> claim(ClaimKind.MATCHING, List.of(line(1, Money.ZERO)), Money.hkd(1)), "asks for no money");
    }

    /** The event loop parks an event that cannot be read. */
    @Test
    void receivedEventWithWrongSumIsUnreadable() {
        var event = new ApplicationSubmitted(GRANT, PersonId.SYSTEM, filing(SUM), Instant.EPOCH);
        var body = EventCodec.encode(event).replaceFirst("50\\.00", "50.01");

        assertThatExceptionOfType(UnreadableEventException.class)
                .isThrownBy(() -> EventCodec.decode("itf.application.submitted.v1", body));
    }

    private static Filing filing(Money entitlement) {
        return new Filing(
                1,
                "RTH-2026-000001",
                SCHEME,
                PARTIES,
                new EligibilityOutcome(true, List.of()),
                new EntitlementStatement(entitlement, List.of()),
                PLAN,
                new Answers(Map.of()),
                "0".repeat(64));
    }

    private static AmendmentFiling amendment(Money awarded) {
        return new AmendmentFiling(1, AmendmentKind.EARLY_END, 1, DAY, "", awarded, PLAN, null, null, null);
    }

    private static ApplicationApproved approved(Money awarded) {
        return new ApplicationApproved(
                GRANT,
                PersonId.SYSTEM,
                "RTH-2026-000001",
                SCHEME,
                PARTIES,
                awarded,
                PLAN,
                List.of(),
                "",
                "0".repeat(64),
                List.of(),
                Instant.EPOCH);
    }

    private static AmendmentApproved amendmentApproved(Money awarded) {
        return new AmendmentApproved(
                GRANT,
                AmendmentId.next(),
                PersonId.SYSTEM,
                1,
                awarded,
                PLAN,
                "",
                Instant.EPOCH,
                AmendmentKind.EARLY_END,
                null,
                List.of());
    }

    private static ClaimAccepted accepted(Money accepted) {
        return new ClaimAccepted(
                GRANT,
                ClaimId.next(),
                PersonId.SYSTEM,
                TrancheId.next(),
                accepted,
                List.of(),
                List.of(),
                Instant.EPOCH,
                ClaimKind.PAYMENT);
    }

    private static ClaimFiling claim(ClaimKind kind, List<ClaimFiling.Line> lines, Money claimed) {
        return new ClaimFiling(1, kind, TrancheId.next(), lines, claimed, "", List.of());
    }

    private static ClaimFiling.Line line(int number, Money claimed) {
        return new ClaimFiling.Line(number, new DateRange(DAY, DAY), SUM, claimed);
    }

    private static void refuses(Runnable construction, String because) {
        assertThatIllegalArgumentException().isThrownBy(construction::run).withMessageContaining(because);
    }
}
