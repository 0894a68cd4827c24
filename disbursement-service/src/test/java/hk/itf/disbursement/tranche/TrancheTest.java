package hk.itf.disbursement.tranche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.disbursement.payee.PayeeVerification;
import hk.itf.model.DomainException;
import hk.itf.model.id.AttemptId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.id.Uuids;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.Gate;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.value.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lifecycle and the amounts of a tranche of 600.00. */
class TrancheTest {

    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");
    private static final GrantId GRANT = GrantId.next();
    private static final PersonId PREPARER = PersonId.of(Uuids.next());
    private static final PersonId RELEASER = PersonId.of(Uuids.next());
    private static final PersonId VERIFIER = PersonId.of(Uuids.next());
    private static final PayeeVerification PAYEE = new PayeeVerification(3, VERIFIER, NOW);
    private static final Money AMOUNT = Money.hkd(600);
    private static final Money ADVANCE = Money.hkd(200);

    /** The method that makes each transition, on a tranche or, for MERGE, on an advance. */
    private static Map<TrancheTransition, Consumer<Tranche>> acts() {
        var acts = new EnumMap<TrancheTransition, Consumer<Tranche>>(TrancheTransition.class);
        acts.put(TrancheTransition.BECOME_DUE, tranche -> tranche.becomeDue(NOW));
        acts.put(TrancheTransition.PREPARE, tranche -> tranche.prepare(PAYEE, VERIFIER, PREPARER, NOW));
        acts.put(TrancheTransition.RETURN, tranche -> tranche.returnToDue(PREPARER, NOW));
        acts.put(TrancheTransition.RELEASE, tranche -> tranche.release(RELEASER, NOW));
        acts.put(TrancheTransition.PAY, tranche -> tranche.pay(attempt(tranche), NOW));
        acts.put(TrancheTransition.BOUNCE, tranche -> tranche.bounce(attempt(tranche), "closed account", NOW));
        acts.put(TrancheTransition.SET_OFF, tranche -> tranche.payBySetOff(tranche.payableByBank(), RELEASER, NOW));
        acts.put(TrancheTransition.MERGE, advance -> scheduled(AMOUNT).mergeAdvanceBack(advance));
        acts.put(TrancheTransition.CANCEL, Tranche::cancel);
        return acts;
    }

    @ParameterizedTest
    @EnumSource(TrancheStatus.class)
    void makesExactlyThePermittedTransitions(TrancheStatus status) {
        assertThat(acts()).containsOnlyKeys(TrancheTransition.values());
        acts().forEach((transition, act) -> {
            var tranche = bring(scheduled(AMOUNT), status);
            if (transition.permits(status)) {
                act.accept(tranche);
                assertThat(tranche.status())
                        .as(transition.name())
                        .isEqualTo(transition.edge().to());
            } else {
                assertThatThrownBy(() -> act.accept(tranche), transition.name())
                        .isInstanceOfSatisfying(
                                DomainException.class,
                                refusal -> assertThat(refusal.slug()).isEqualTo("illegal-transition"));
                assertThat(tranche.status()).as(transition.name()).isEqualTo(status);
            }
        });
    }

    @Test
    void schedulesTrancheAsPlanned() {
        var planned = planned(AMOUNT);
        var tranche = Tranche.scheduled(GRANT, planned);
        assertThat(tranche.id()).isEqualTo(planned.id());
        assertThat(tranche.grant()).isEqualTo(GRANT);
        assertThat(tranche.schedule().number()).isEqualTo(2);
        assertThat(tranche.schedule().period()).isEqualTo(planned.period());
        assertThat(tranche.schedule().claimBy()).isEqualTo(planned.claimBy());
        assertThat(tranche.advanceOf()).isEmpty();
        hasMoney(tranche, "600.00 payable of 600.00");
    }

    @Test
    void cancelsTranchePlannedWithoutMoney() {
        assertThat(scheduled(Money.ZERO).status()).isEqualTo(TrancheStatus.CANCELLED);
    }

    @Test
    void bindsPayeeFromPreparationUntilReturn() {
        var tranche = bring(scheduled(AMOUNT), TrancheStatus.DUE);
        var prepared = tranche.prepare(PAYEE, VERIFIER, PREPARER, NOW);
        assertThat(prepared.payeeVersion()).isEqualTo(3);
        assertThat(tranche.payeeVersion()).isEqualTo(3);
        assertThat(tranche.preparedBy()).isEqualTo(PREPARER);
        tranche.returnToDue(PREPARER, NOW);
        assertThat(tranche.payeeVersion()).isNull();
        assertThat(tranche.preparedBy()).isNull();
    }

    @Test
    void numbersEveryAttemptAndKeepsNumberAfterBounce() {
        var tranche = bring(scheduled(AMOUNT), TrancheStatus.RELEASED);
        assertThat(tranche.attempts()).isEqualTo(1);
        tranche.bounce(attempt(tranche), "closed account", NOW);
        assertThat(tranche.payeeVersion()).isNull();
        tranche.prepare(PAYEE, VERIFIER, PREPARER, NOW);
        var released = tranche.release(RELEASER, NOW);
        assertThat(tranche.attempts()).isEqualTo(2);
        assertThat(released.attempt()).isEqualTo(AttemptId.of(tranche.id(), 2));
    }

    // Advances

    @Test
    void splitsOffAdvanceAsTrancheOfItsOwn() {
        var tranche = scheduled(AMOUNT);
        var advance = tranche.splitOffAdvance(ADVANCE);
        hasMoney(tranche, "400.00 payable of 400.00");
        hasMoney(advance, "200.00 payable of 200.00");
        assertThat(advance.status()).isEqualTo(TrancheStatus.SCHEDULED);
        assertThat(advance.id()).isEqualTo(tranche.id().advance());
        assertThat(advance.advanceOf()).contains(tranche.id());
        assertThat(advance.grant()).isEqualTo(GRANT);
        assertThat(advance.schedule().period()).isEqualTo(tranche.schedule().period());
        assertThat(advance.schedule().claimBy()).isEqualTo(tranche.schedule().claimBy());
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 60_000, 60_001})
    void refusesAdvanceThatIsNotPartOfTranche(long cents) {
        var tranche = scheduled(AMOUNT);
        assertThatThrownBy(() -> tranche.splitOffAdvance(Money.ofCents(cents)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not a part of tranche");
        hasMoney(tranche, "600.00 payable of 600.00");
    }

    @ParameterizedTest
    @EnumSource(
            value = TrancheStatus.class,
            names = {"SCHEDULED", "DUE", "PREPARED"})
    void mergesUnreleasedAdvanceBack(TrancheStatus status) {
        var tranche = scheduled(AMOUNT);
        var advance = bring(tranche.splitOffAdvance(ADVANCE), status);
        tranche.mergeAdvanceBack(advance);
        hasMoney(tranche, "600.00 payable of 600.00");
        assertThat(advance.status()).isEqualTo(TrancheStatus.CANCELLED);
        assertThat(advance.payable()).isEqualTo(Money.ZERO);
        assertThat(advance.payeeVersion()).isNull();
        assertThat(advance.preparedBy()).isNull();
    }

    @Test
    void cancelledTrancheDoesNotPayMergedAdvance() {
        var tranche = scheduled(AMOUNT);
        var advance = tranche.splitOffAdvance(ADVANCE);
        tranche.cancel();
        tranche.mergeAdvanceBack(advance);
        hasMoney(tranche, "0.00 payable of 600.00");
    }

    // Claims

    @Test
    void waitsForSettlementAfterAcceptedClaim() {
        var tranche = scheduled(AMOUNT);
        assertThat(tranche.isClaimDecided()).isFalse();
        tranche.accept(Money.hkd(450));
        assertThat(tranche.money().acceptedTotal()).contains(Money.hkd(450));
        assertThat(tranche.money().isAwaitingBankAnswer()).isTrue();
        assertThat(tranche.isClaimDecided()).isTrue();
        assertThat(tranche.isSettled()).isFalse();
        hasMoney(tranche, "600.00 payable of 600.00");

        assertThat(tranche.settle(Money.hkd(450))).isEqualTo(Money.hkd(150));
        assertThat(tranche.money().isAwaitingBankAnswer()).isFalse();
        assertThat(tranche.isSettled()).isTrue();
        assertThat(tranche.status()).isEqualTo(TrancheStatus.SCHEDULED);
        hasMoney(tranche, "450.00 payable of 600.00");
    }

    @Test
    void refusesSecondAcceptedClaim() {
        var tranche = scheduled(AMOUNT);
        tranche.accept(Money.hkd(450));
        assertThatThrownBy(() -> tranche.accept(Money.hkd(450))).isInstanceOf(IllegalStateException.class);
        tranche.settle(Money.hkd(450));
        assertThatThrownBy(() -> tranche.accept(Money.hkd(450))).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = TrancheStatus.class,
            names = {"PREPARED", "RELEASED", "PAID"})
    void refusesClaimOnTrancheThatIsBeingPaid(TrancheStatus status) {
        var tranche = bring(scheduled(AMOUNT), status);
        assertThat(tranche.isClaimDecided()).isTrue();
        assertThatThrownBy(() -> tranche.accept(AMOUNT)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void passedDeadlineDecidesTrancheWithoutAcceptedClaim() {
        var tranche = scheduled(AMOUNT);
        tranche.money().recordAcceptedTotal(Money.ZERO);
        assertThat(tranche.isClaimDecided()).isTrue();
        assertThat(tranche.money().isAccepted()).isFalse();
    }

    @Test
    void cancelsTrancheSettledAtZero() {
        var tranche = scheduled(AMOUNT);
        tranche.accept(Money.ZERO);
        assertThat(tranche.settle(Money.ZERO)).isEqualTo(AMOUNT);
        assertThat(tranche.status()).isEqualTo(TrancheStatus.CANCELLED);
        assertThat(tranche.isSettled()).isTrue();
    }

    @Test
    void refusesSettlementAbovePayable() {
        var tranche = scheduled(AMOUNT);
        assertThatThrownBy(() -> tranche.settle(Money.ofCents(60_001))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void reportsPaidAndUndrawnAmounts() {
        var tranche = scheduled(AMOUNT);
        tranche.settle(Money.ofCents(45_001));
        bring(tranche, TrancheStatus.RELEASED);
        var paid = tranche.pay(attempt(tranche), NOW);
        assertThat(paid.paid()).isEqualTo(Money.ofCents(45_001));
        assertThat(paid.undrawn()).isEqualTo(Money.ofCents(14_999));
    }

    // Set-off

    @Test
    void leavesRestToBankAfterPartialSetOff() {
        var tranche = bring(scheduled(AMOUNT), TrancheStatus.DUE);
        assertThat(tranche.payBySetOff(Money.hkd(250), RELEASER, NOW)).isEmpty();
        assertThat(tranche.status()).isEqualTo(TrancheStatus.DUE);
        assertThat(tranche.money().setOff()).isEqualTo(Money.hkd(250));
        assertThat(tranche.payableByBank()).isEqualTo(Money.hkd(350));

        var released = release(tranche);
        assertThat(released).isEqualTo(Money.hkd(350));
        assertThat(tranche.pay(attempt(tranche), NOW).paid()).isEqualTo(AMOUNT);
    }

    @Test
    void paysTrancheSetOffInFullWithoutAttempt() {
        var tranche = bring(scheduled(AMOUNT), TrancheStatus.DUE);
        tranche.payBySetOff(Money.hkd(250), RELEASER, NOW);
        var paid = tranche.payBySetOff(Money.hkd(350), RELEASER, NOW).orElseThrow();
        assertThat(tranche.status()).isEqualTo(TrancheStatus.PAID);
        assertThat(tranche.attempts()).isZero();
        assertThat(paid.attempt()).isEqualTo(AttemptId.of(tranche.id(), 0));
        assertThat(paid.paid()).isEqualTo(AMOUNT);
    }

    @Test
    void refusesSetOffAboveRest() {
        var tranche = bring(scheduled(AMOUNT), TrancheStatus.DUE);
        tranche.payBySetOff(Money.hkd(250), RELEASER, NOW);
        assertThatThrownBy(() -> tranche.payBySetOff(Money.ofCents(35_001), RELEASER, NOW))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void neverSettlesBelowSetOffAmount() {
        var tranche = bring(scheduled(AMOUNT), TrancheStatus.DUE);
        tranche.payBySetOff(Money.hkd(250), RELEASER, NOW);
        assertThat(tranche.settle(Money.hkd(100))).isEqualTo(Money.hkd(350));
        assertThat(tranche.status()).isEqualTo(TrancheStatus.PAID);
        assertThat(tranche.payable()).isEqualTo(Money.hkd(250));
        assertThat(tranche.paidBySetOff(RELEASER, NOW).paid()).isEqualTo(Money.hkd(250));
    }

    // Versions

    @ParameterizedTest
    @EnumSource(
            value = TrancheStatus.class,
            names = {"SCHEDULED", "DUE"})
    void appliesPlanOfNewVersion(TrancheStatus status) {
        var tranche = bring(scheduled(AMOUNT), status);
        var later = new PlannedTranche(
                tranche.id(),
                2,
                Money.hkd(500),
                new DateRange(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 31)),
                Set.of(Gate.CLAIM_ACCEPTED),
                LocalDate.of(2026, 9, 30));
        tranche.replan(later, Money.ZERO);
        assertThat(tranche.status()).isEqualTo(status);
        assertThat(tranche.schedule().period()).isEqualTo(later.period());
        assertThat(tranche.schedule().claimBy()).isEqualTo(later.claimBy());
        hasMoney(tranche, "500.00 payable of 500.00");
    }

    @ParameterizedTest
    @EnumSource(
            value = TrancheStatus.class,
            names = {"PREPARED", "RELEASED", "PAID"})
    void versionRestatesAmountOfTrancheThatIsBeingPaid(TrancheStatus status) {
        var tranche = scheduled(AMOUNT);
        tranche.accept(Money.hkd(450));
        tranche.settle(Money.hkd(450));
        bring(tranche, status);
        replan(tranche, AMOUNT);
        hasMoney(tranche, "450.00 payable of 600.00");
        replan(tranche, Money.hkd(450));
        hasMoney(tranche, "450.00 payable of 450.00");
        for (var other : new Money[] {Money.hkd(449), Money.hkd(500), Money.ZERO}) {
            assertThatThrownBy(() -> replan(tranche, other)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(tranche.status()).isEqualTo(status);
    }

    @Test
    void versionNeverIncreasesAcceptedClaim() {
        var tranche = scheduled(AMOUNT);
        tranche.accept(Money.hkd(450));
        tranche.settle(Money.hkd(450));
        replan(tranche, Money.hkd(550));
        hasMoney(tranche, "450.00 payable of 550.00");
        replan(tranche, Money.hkd(300));
        hasMoney(tranche, "300.00 payable of 300.00");
        replan(tranche, AMOUNT);
        hasMoney(tranche, "450.00 payable of 600.00");
    }

    @Test
    void versionDeductsAdvanceFromAcceptedClaim() {
        var tranche = scheduled(AMOUNT);
        tranche.splitOffAdvance(ADVANCE);
        tranche.accept(Money.hkd(450));
        tranche.settle(Money.hkd(250));
        tranche.replan(planned(Money.hkd(350)), ADVANCE);
        hasMoney(tranche, "250.00 payable of 350.00");
        tranche.replan(planned(Money.hkd(100)), ADVANCE);
        hasMoney(tranche, "100.00 payable of 100.00");
    }

    @Test
    void versionKeepsFullAmountPayableWhileBankHasNotAnswered() {
        var tranche = scheduled(AMOUNT);
        tranche.splitOffAdvance(ADVANCE);
        tranche.accept(Money.hkd(250));
        tranche.replan(planned(Money.hkd(300)), ADVANCE);
        hasMoney(tranche, "300.00 payable of 300.00");
        assertThat(tranche.money().isAwaitingBankAnswer()).isTrue();
    }

    @Test
    void versionWithoutMoneyCancelsTranche() {
        var tranche = scheduled(AMOUNT);
        replan(tranche, Money.ZERO);
        assertThat(tranche.status()).isEqualTo(TrancheStatus.CANCELLED);
    }

    @Test
    void versionKeepsTrancheThatAccountsForItsAdvance() {
        var tranche = scheduled(AMOUNT);
        tranche.splitOffAdvance(ADVANCE);
        tranche.replan(planned(Money.ZERO), ADVANCE);
        assertThat(tranche.status()).isEqualTo(TrancheStatus.SCHEDULED);
        hasMoney(tranche, "0.00 payable of 0.00");
    }

    @Test
    void versionCancelsSettledTrancheLoweredToItsAdvance() {
        var tranche = scheduled(AMOUNT);
        tranche.splitOffAdvance(ADVANCE);
        tranche.accept(Money.hkd(450));
        tranche.settle(Money.hkd(250));
        tranche.replan(planned(Money.ZERO), ADVANCE);
        assertThat(tranche.status()).isEqualTo(TrancheStatus.CANCELLED);
    }

    @Test
    void cancelledTranchePaysNothingUnderAnyVersion() {
        var tranche = scheduled(AMOUNT);
        tranche.cancel();
        replan(tranche, Money.hkd(700));
        assertThat(tranche.status()).isEqualTo(TrancheStatus.CANCELLED);
        hasMoney(tranche, "0.00 payable of 700.00");
    }

    @Test
    void refusesVersionBelowSetOffAmount() {
        var tranche = bring(scheduled(AMOUNT), TrancheStatus.DUE);
        tranche.payBySetOff(Money.hkd(250), RELEASER, NOW);
        replan(tranche, Money.hkd(250));
        assertThatThrownBy(() -> replan(tranche, Money.hkd(249))).isInstanceOf(IllegalStateException.class);
    }

    private static PlannedTranche planned(Money amount) {
        return new PlannedTranche(
                TrancheId.next(),
                2,
                amount,
                new DateRange(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30)),
                Set.of(Gate.CLAIM_ACCEPTED),
                LocalDate.of(2026, 9, 30));
    }

    private static Tranche scheduled(Money amount) {
        return Tranche.scheduled(GRANT, planned(amount));
    }

    private static void replan(Tranche tranche, Money amount) {
        tranche.replan(planned(amount), Money.ZERO);
    }

    /** Brings a scheduled tranche to a status by its own transitions. */
    private static Tranche bring(Tranche tranche, TrancheStatus status) {
        switch (status) {
            case SCHEDULED -> {
                // the first status
            }
            case DUE -> tranche.becomeDue(NOW);
            case PREPARED -> bring(tranche, TrancheStatus.DUE).prepare(PAYEE, VERIFIER, PREPARER, NOW);
            case RELEASED -> bring(tranche, TrancheStatus.PREPARED).release(RELEASER, NOW);
            case PAID -> bring(tranche, TrancheStatus.RELEASED).pay(attempt(tranche), NOW);
            case CANCELLED -> tranche.cancel();
        }
        return tranche;
    }

    private static Money release(Tranche due) {
        due.prepare(PAYEE, VERIFIER, PREPARER, NOW);
        return due.release(RELEASER, NOW).released();
    }

    private static AttemptId attempt(Tranche tranche) {
        return AttemptId.of(tranche.id(), tranche.attempts());
    }

    private static void hasMoney(Tranche tranche, String expected) {
        assertThat("%s payable of %s"
                        .formatted(tranche.payable().amount(), tranche.amount().amount()))
                .isEqualTo(expected);
    }
}
