package hk.itf.disbursement.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.model.DomainException;
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.Parties;
import hk.itf.model.id.EnvelopeId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.id.Uuids;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.tranche.TranchePlan;
import hk.itf.model.scheme.value.DateRange;
import hk.itf.model.scheme.value.SchemeId;
import hk.itf.model.scheme.value.SchemeRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lifecycle and the amounts of an award of 1,000.00. */
class AwardTest {

    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");
    private static final PersonId ACTOR = PersonId.of(Uuids.next());
    private static final OrganisationId GRANTEE = OrganisationId.of(Uuids.next());
    private static final EnvelopeId ENVELOPE = EnvelopeId.next();
    private static final EnvelopeId OPEN_YEAR = EnvelopeId.next();
    private static final Money AWARDED = Money.hkd(1_000);
    private static final FundingNeed FIRST = new FundingNeed(1, AWARDED);
    private static final FundingNeed INCREASE = new FundingNeed(2, Money.hkd(250));

    /** The method that makes each transition that changes the status. */
    private static Map<AwardTransition, Consumer<Award>> acts() {
        var acts = new EnumMap<AwardTransition, Consumer<Award>>(AwardTransition.class);
        acts.put(AwardTransition.COMMIT, award -> award.commit(NOW));
        acts.put(AwardTransition.AGREE, award -> award.agree(GRANTEE, 1));
        acts.put(AwardTransition.AMEND, award -> award.amend(2, AWARDED, ACTOR, NOW));
        acts.put(AwardTransition.WAIT_FOR_MORE, award -> award.waitForIncrease(OPEN_YEAR, 9));
        acts.put(AwardTransition.CLOSE, award -> award.close(NOW));
        acts.put(AwardTransition.TERMINATE, award -> award.terminate(Money.ZERO, NOW));
        acts.put(AwardTransition.VOID, award -> award.voidAward("withdrawn", ACTOR, NOW));
        return acts;
    }

    /** The methods whose transition leaves the status as it is; an agreed award waits for an increase instead. */
    private static Map<AwardTransition, Consumer<Award>> queueActs() {
        var acts = new EnumMap<AwardTransition, Consumer<Award>>(AwardTransition.class);
        acts.put(AwardTransition.SET_ASIDE, award -> award.leaveQueueForDebt(FIRST, NOW));
        acts.put(AwardTransition.REJOIN, award -> award.rejoin(OPEN_YEAR, 9));
        acts.put(AwardTransition.CARRY_OVER, award -> award.carryOver(OPEN_YEAR));
        return acts;
    }

    @ParameterizedTest
    @EnumSource(AwardStatus.class)
    void makesExactlyThePermittedTransitions(AwardStatus status) {
        acts().forEach((transition, act) -> {
            var award = bring(status);
            if (transition.permits(status)) {
                act.accept(award);
                assertThat(award.status())
                        .as(transition.name())
                        .isEqualTo(transition.edge().to());
            } else {
                refuses(award, act, transition);
            }
            assertCountersInOrder(award);
        });
    }

    @ParameterizedTest
    @EnumSource(AwardStatus.class)
    void changesQueuePlaceOnlyWhileWaitingOrAgreed(AwardStatus status) {
        queueActs().forEach((transition, act) -> {
            var award = bring(status);
            if (status == AwardStatus.WAITING || status == AwardStatus.AGREED) {
                act.accept(award);
                assertThat(award.status()).as(transition.name()).isEqualTo(status);
            } else {
                refuses(award, act, transition);
            }
        });
    }

    @Test
    void reopensClosedAwardWhenPaymentBounces() {
        var award = paidAgreed(Money.hkd(400));
        award.close(NOW);
        assertThat(award.status()).isEqualTo(AwardStatus.CLOSED);
        assertThat(award.bounce(Money.hkd(400), true)).isTrue();
        assertThat(award.status()).isEqualTo(AwardStatus.AGREED);
        hasMoney(award, "committed 400.00 released 0.00 paid 0.00");
    }

    @Test
    void keepsStatusWhenPaymentOfAgreedAwardBounces() {
        var award = paidAgreed(Money.hkd(400));
        assertThat(award.bounce(Money.hkd(400), true)).isFalse();
        assertThat(award.status()).isEqualTo(AwardStatus.AGREED);
    }

    @Test
    void waitsForFundsAtEndOfQueueAfterApproval() {
        var award = approved();
        assertThat(award.status()).isEqualTo(AwardStatus.WAITING);
        assertThat(award.waitsFor(WaitingFor.FUNDS)).isTrue();
        assertThat(award.envelope()).isEqualTo(ENVELOPE);
        assertThat(award.inForce()).isEqualTo(1);
        hasMoney(award, "committed 0.00 released 0.00 paid 0.00");
        assertThat(award.waiting(FIRST, NOW).reason()).isEqualTo("FUNDS");
    }

    @Test
    void refusesApprovalWithoutMoney() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Award.approved(approval(Money.ZERO), ENVELOPE, 1, NOW))
                .withMessageContaining("without money");
    }

    @Test
    void commitsFullAwardAndLeavesQueue() {
        var award = approved();
        assertThat(award.commit(NOW).committed()).isEqualTo(AWARDED);
        assertThat(award.waitingFor()).isNull();
        hasMoney(award, "committed 1,000.00 released 0.00 paid 0.00");
    }

    @Test
    void leavesQueueForDebtAndRejoinsOpenYear() {
        var award = approved();
        assertThat(award.leaveQueueForDebt(FIRST, NOW).reason()).isEqualTo("DEBT");
        assertThat(award.waitsFor(WaitingFor.DEBT)).isTrue();
        award.rejoin(OPEN_YEAR, 9);
        assertThat(award.waitsFor(WaitingFor.FUNDS)).isTrue();
        assertThat(award.envelope()).isEqualTo(OPEN_YEAR);
    }

    @Test
    void movesToOpenYearOnCarryOver() {
        var award = approved();
        award.carryOver(OPEN_YEAR);
        assertThat(award.envelope()).isEqualTo(OPEN_YEAR);
        assertThat(award.waitsFor(WaitingFor.FUNDS)).isTrue();
    }

    @Test
    void decommitsFullAwardWhenVoided() {
        assertThat(bring(AwardStatus.COMMITTED)
                        .voidAward("withdrawn", ACTOR, NOW)
                        .decommitted())
                .isEqualTo(AWARDED);
        assertThat(approved().voidAward("withdrawn", ACTOR, NOW).decommitted()).isEqualTo(Money.ZERO);
    }

    @Test
    void voidsApprovalAfterEarlierWithdrawal() {
        var award = Award.withdrawnBeforeApproval(GrantId.next(), NOW);
        assertThat(award.status()).isEqualTo(AwardStatus.VOIDED);
        assertThat(award.organisation()).isNull();
        assertThat(award.voidOnApproval(ACTOR, NOW).decommitted()).isEqualTo(Money.ZERO);
    }

    @Test
    void refusesGranteeOutsideTheParties() {
        var award = bring(AwardStatus.COMMITTED);
        assertThatIllegalStateException()
                .isThrownBy(() -> award.agree(OrganisationId.of(Uuids.next()), 0))
                .withMessageContaining("no party");
        assertThat(award.status()).isEqualTo(AwardStatus.COMMITTED);
    }

    @Test
    void keepsVersionInForceUntilIncreaseIsCommitted() {
        var award = bring(AwardStatus.AGREED);
        award.waitForIncrease(OPEN_YEAR, 9);
        assertThat(award.isWaitingForIncrease()).isTrue();
        assertThat(award.inForce()).isEqualTo(1);
        assertThat(award.laterStages()).isZero();
        var amended = award.commitIncrease(INCREASE, NOW);
        assertThat(amended.awarded()).isEqualTo(Money.hkd(1_250));
        assertThat(award.inForce()).isEqualTo(2);
        assertThat(award.isWaitingForIncrease()).isFalse();
        hasMoney(award, "committed 1,250.00 released 0.00 paid 0.00");
    }

    @Test
    void stopsWaitingWhenIncreaseIsCancelled() {
        var award = bring(AwardStatus.AGREED);
        award.waitForIncrease(OPEN_YEAR, 9);
        award.cancelIncrease();
        assertThat(award.isWaitingForIncrease()).isFalse();
        hasMoney(award, "committed 1,000.00 released 0.00 paid 0.00");
    }

    @Test
    void decommitsDifferenceWhenAmendedToLowerAmount() {
        var award = paidAgreed(Money.hkd(400));
        assertThat(award.amend(2, Money.hkd(400), ACTOR, NOW).decommitted()).isEqualTo(Money.hkd(600));
        hasMoney(award, "committed 400.00 released 400.00 paid 400.00");
    }

    @Test
    void decommitsUnreleasedAmountWhenClosed() {
        var closed = paidAgreed(Money.hkd(400));
        assertThat(closed.close(NOW).decommitted()).isEqualTo(Money.hkd(600));
        assertThat(closed.closings()).isEqualTo(1);
    }

    @Test
    void reclaimsPaidAmountAboveAmountToKeep() {
        var award = paidAgreed(Money.ofCents(40_001));
        award.beginTermination(Money.hkd(150));
        assertThat(award.isBeingTerminated()).isTrue();
        assertThat(award.amountToReclaim()).isEqualTo(Money.ofCents(25_001));
        var terminated = award.terminate(Money.ofCents(25_001), NOW);
        assertThat(terminated.decommitted()).isEqualTo(Money.ofCents(59_999));
    }

    @Test
    void reclaimsNothingWhenPaidAmountIsKept() {
        var award = paidAgreed(Money.hkd(100));
        award.beginTermination(Money.hkd(150));
        assertThat(award.amountToReclaim()).isEqualTo(Money.ZERO);
    }

    @Test
    void decommitsPaymentThatBouncesAfterTermination() {
        var award = paidAgreed(Money.hkd(400));
        award.beginTermination(Money.hkd(400));
        award.terminate(Money.ZERO, NOW);
        assertThat(award.bounce(Money.hkd(400), true)).isFalse();
        assertThat(award.decommitReturned()).isEqualTo(Money.hkd(400));
        hasMoney(award, "committed 0.00 released 0.00 paid 0.00");
    }

    @Test
    void paysSetOffWithoutBank() {
        var award = bring(AwardStatus.AGREED);
        award.payBySetOff(Money.hkd(90));
        hasMoney(award, "committed 1,000.00 released 90.00 paid 90.00");
    }

    @ParameterizedTest
    @EnumSource(value = AwardStatus.class, names = "AGREED", mode = EnumSource.Mode.EXCLUDE)
    void releasesNothingWithoutAgreementInForce(AwardStatus status) {
        var award = bring(status);
        assertThatIllegalStateException().isThrownBy(() -> award.release(Money.hkd(1)));
        assertThatIllegalStateException().isThrownBy(() -> award.payBySetOff(Money.hkd(1)));
    }

    private static void refuses(Award award, Consumer<Award> act, AwardTransition transition) {
        var before = award.status();
        assertThatThrownBy(() -> act.accept(award), transition.name())
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.slug()).isEqualTo("illegal-transition"));
        assertThat(award.status()).as(transition.name()).isEqualTo(before);
    }

    private static void assertCountersInOrder(Award award) {
        var money = award.money();
        assertThat(money.paid().exceeds(money.released())).isFalse();
        assertThat(money.released().exceeds(money.committed())).isFalse();
        assertThat(money.committed().exceeds(money.awarded())).isFalse();
    }

    private static void hasMoney(Award award, String amounts) {
        var money = award.money();
        assertThat("committed %s released %s paid %s".formatted(money.committed(), money.released(), money.paid()))
                .isEqualTo(amounts.replace(".00", ".00 HKD"));
    }

    private static Award paidAgreed(Money paid) {
        var award = bring(AwardStatus.AGREED);
        award.release(paid);
        award.money().book(paid);
        return award;
    }

    private static Award bring(AwardStatus status) {
        var award = approved();
        switch (status) {
            case WAITING -> {}
            case COMMITTED -> award.commit(NOW);
            case VOIDED -> award.voidAward("withdrawn", ACTOR, NOW);
            case AGREED, CLOSED, TERMINATED -> {
                award.commit(NOW);
                award.agree(GRANTEE, 1);
                if (status == AwardStatus.CLOSED) {
                    award.close(NOW);
                } else if (status == AwardStatus.TERMINATED) {
                    award.terminate(Money.ZERO, NOW);
                }
            }
        }
        return award;
    }

    private static Award approved() {
        return Award.approved(approval(AWARDED), ENVELOPE, 1, NOW);
    }

    private static ApplicationApproved approval(Money awarded) {
        var period = new DateRange(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 11, 30));
        var plan = new TranchePlan(
                awarded.isZero()
                        ? List.of()
                        : List.of(new PlannedTranche(
                                TrancheId.of(Uuids.next()), 1, awarded, period, Set.of(), LocalDate.of(2026, 12, 31))));
        return new ApplicationApproved(
                GrantId.next(),
                ACTOR,
                "TST-2026-000001",
                new SchemeRef(SchemeId.of("tst"), 1),
                Parties.of(GRANTEE),
                awarded,
                plan,
                List.of(),
                "a letter",
                "0".repeat(64),
                List.of(),
                NOW);
    }
}
