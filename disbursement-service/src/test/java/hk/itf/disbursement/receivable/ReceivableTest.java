package hk.itf.disbursement.receivable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.disbursement.proposal.ProposalStatus;
import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import hk.itf.model.event.DisbursementEvent.ReceivableRaised;
import hk.itf.model.event.DisbursementEvent.ReceivableSettled;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReceivableId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.id.Uuids;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.LocalisedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lifecycle and the amounts of a receivable of 100.00, and its recoveries. */
class ReceivableTest {

    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");
    private static final LocalDate DUE_BY = LocalDate.of(2026, 12, 28);
    private static final Money RAISED = Money.hkd(100);
    private static final Money CENT = Money.ofCents(1);
    private static final PersonId PROPOSER = PersonId.of(Uuids.next());
    private static final PersonId CONFIRMER = PersonId.of(Uuids.next());
    private static final Recovery.Cash CASH = new Recovery.Cash(LocalDate.of(2026, 11, 27), "FT1");

    private static Map<ReceivableTransition, Consumer<Receivable>> acts() {
        var acts = new EnumMap<ReceivableTransition, Consumer<Receivable>>(ReceivableTransition.class);
        acts.put(ReceivableTransition.PROPOSE, receivable -> receivable.propose(CENT));
        acts.put(ReceivableTransition.RECOVER, receivable -> recover(receivable, CENT));
        acts.put(ReceivableTransition.SETTLE, receivable -> recover(receivable, receivable.outstanding()));
        acts.put(ReceivableTransition.REMIND, receivable -> receivable.remind(30, NOW));
        acts.put(ReceivableTransition.CANCEL, receivable -> receivable.cancel(NOW));
        return acts;
    }

    @ParameterizedTest
    @EnumSource(ReceivableStatus.class)
    void makesExactlyThePermittedTransitions(ReceivableStatus status) {
        assertThat(acts()).containsOnlyKeys(ReceivableTransition.values());
        acts().forEach((transition, act) -> {
            var receivable = bring(status);
            if (transition.permits(status)) {
                act.accept(receivable);
                assertThat(receivable.status())
                        .as(transition.name())
                        .isEqualTo(transition.edge().to());
            } else {
                refuses(() -> act.accept(receivable), "illegal-transition");
                assertThat(receivable.status()).isEqualTo(status);
            }
        });
    }

    @Test
    void settlesWithLastPart() {
        var receivable = raised();
        var first = recover(receivable, Money.ofCents(9_999));
        assertThat(first.outstanding()).isEqualTo(CENT);
        assertThat(receivable.status()).isEqualTo(ReceivableStatus.OPEN);
        assertThat(receivable.isUntouched()).isFalse();
        assertThat(recover(receivable, CENT).outstanding()).isEqualTo(Money.ZERO);
        assertThat(receivable.status()).isEqualTo(ReceivableStatus.SETTLED);
    }

    @Test
    void refusesMoreThanOutstandingAmount() {
        var receivable = raised();
        refuses(() -> receivable.propose(RAISED.plus(CENT)), "exceeds-outstanding");
        recover(receivable, Money.hkd(60));
        refuses(() -> receivable.propose(Money.hkd(40).plus(CENT)), "exceeds-outstanding");
        refuses(() -> recover(receivable, Money.hkd(40).plus(CENT)), "exceeds-outstanding");
        assertThat(receivable.outstanding()).isEqualTo(Money.hkd(40));
    }

    @Test
    void refusesCashThatIsNotOutstanding() {
        var receivable = raised();
        refuses(() -> cash(receivable, RAISED.plus(CENT)), "exceeds-outstanding");
        assertThat(cash(receivable, RAISED).view().number()).isEqualTo(1);
        var settled = bring(ReceivableStatus.SETTLED);
        refuses(() -> cash(settled, CENT), "illegal-transition");
    }

    @Test
    void cancelsOutstandingAmount() {
        var receivable = raised();
        assertThat(receivable.cancel(NOW).settled()).isEqualTo(RAISED);
        assertThat(receivable.outstanding()).isEqualTo(Money.ZERO);
    }

    @Test
    void isOverdueFromDayAfterDueDate() {
        var receivable = raised();
        assertThat(receivable.isOverdueBy(0, DUE_BY)).isFalse();
        assertThat(receivable.isOverdueBy(1, DUE_BY.plusDays(1))).isTrue();
        assertThat(receivable.isOverdueBy(30, DUE_BY.plusDays(29))).isFalse();
        assertThat(receivable.isOverdueBy(30, DUE_BY.plusDays(30))).isTrue();
        assertThat(bring(ReceivableStatus.SETTLED).isOverdueBy(1, DUE_BY.plusDays(9)))
                .isFalse();
    }

    @Test
    void numbersProposedRecoveries() {
        var receivable = raised();
        assertThat(cash(receivable, Money.hkd(10)).view().number()).isEqualTo(1);
        var setOff = Recovery.ofSetOff(receivable, Money.hkd(20), TrancheId.of(Uuids.next()), PROPOSER, NOW);
        assertThat(setOff.view().number()).isEqualTo(2);
        assertThat(receivable.outstanding()).isEqualTo(RAISED);
    }

    @Test
    void refusesConfirmationByProposer() {
        var recovery = cash(raised(), Money.hkd(10));
        refuses(() -> recovery.confirm(PROPOSER, NOW), "four-eyes");
        recovery.confirm(CONFIRMER, NOW);
        assertThat(recovery.view().proposal().status()).isEqualTo(ProposalStatus.CONFIRMED);
        refuses(() -> recovery.confirm(CONFIRMER, NOW), "illegal-transition");
        refuses(() -> recovery.withdraw("a mistake", actor(PROPOSER), NOW), "illegal-transition");
    }

    @Test
    void letsProposerAndFundControllerWithdraw() {
        var own = cash(raised(), Money.hkd(10));
        refuses(() -> own.withdraw("a mistake", actor(CONFIRMER), NOW), "not-the-proposer");
        own.withdraw("a mistake", actor(PROPOSER), NOW);
        assertThat(own.view().proposal().status()).isEqualTo(ProposalStatus.WITHDRAWN);
        refuses(() -> own.confirm(CONFIRMER, NOW), "illegal-transition");
        var other = cash(raised(), Money.hkd(10));
        other.withdraw("a mistake", actor(CONFIRMER, "fund-controller"), NOW);
        assertThat(other.view().proposal().status()).isEqualTo(ProposalStatus.WITHDRAWN);
    }

    private static ReceivableSettled recover(Receivable receivable, Money amount) {
        return receivable.recover(amount, Recovery.Method.CASH, CONFIRMER, NOW);
    }

    private static Recovery cash(Receivable receivable, Money amount) {
        return Recovery.cash(receivable, amount, CASH, PROPOSER, NOW);
    }

    private static Actor actor(PersonId person, String... roles) {
        return new Actor(person, Set.of(roles), Set.of());
    }

    private static void refuses(ThrowingCallable act, String slug) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.slug()).isEqualTo(slug));
    }

    private static Receivable bring(ReceivableStatus status) {
        var receivable = raised();
        switch (status) {
            case OPEN -> {}
            case SETTLED -> recover(receivable, RAISED);
            case CANCELLED -> receivable.cancel(NOW);
        }
        return receivable;
    }

    private static Receivable raised() {
        var tranche = TrancheId.of(Uuids.next());
        return Receivable.raised(
                new ReceivableRaised(
                        GrantId.next(),
                        ReceivableId.of(tranche, "unearned-advance"),
                        tranche,
                        PROPOSER,
                        RAISED,
                        DUE_BY,
                        new LocalisedText("The advance was not earned.", "預支款項未獲接納。", "预支款项未获接纳。"),
                        NOW),
                RaiseReceivable.Cause.UNEARNED_ADVANCE,
                OrganisationId.of(Uuids.next()));
    }
}
