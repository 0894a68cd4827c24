package hk.itf.disbursement.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.disbursement.proposal.ProposalStatus;
import hk.itf.disbursement.proposal.ProposalView;
import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import hk.itf.model.id.EnvelopeId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.Uuids;
import hk.itf.model.money.Money;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A carry-over that one fund controller proposes and another confirms. */
class CarryOverTest {

    private static final Instant PROPOSED_AT = Instant.parse("2027-04-01T02:00:00Z");
    private static final Instant LATER = Instant.parse("2027-04-02T02:00:00Z");
    private static final UUID ID = Uuids.next();
    private static final EnvelopeId ENDED = EnvelopeId.next();
    private static final EnvelopeId OPEN = EnvelopeId.next();
    private static final Money FREE = Money.ofCents(30_000_01);
    private static final PersonId PROPOSER = PersonId.of(Uuids.next());
    private static final PersonId CONFIRMER = PersonId.of(Uuids.next());
    private static final ProposalView CONFIRMED =
            new ProposalView(ProposalStatus.CONFIRMED, PROPOSER, PROPOSED_AT, CONFIRMER, LATER, null, null, null);

    @Test
    void namesNoAmountBeforeConfirmation() {
        assertThat(proposed().view())
                .isEqualTo(new EnvelopeView.CarryOverView(
                        ID,
                        "Year end",
                        null,
                        null,
                        null,
                        new ProposalView(
                                ProposalStatus.PROPOSED, PROPOSER, PROPOSED_AT, null, null, null, null, null)));
    }

    @Test
    void recordsAmountAndAwardsAtConfirmation() {
        var carryOver = proposed();
        carryOver.confirm(OPEN, FREE, 3, CONFIRMER, LATER);
        assertThat(carryOver.view())
                .isEqualTo(new EnvelopeView.CarryOverView(ID, "Year end", OPEN, FREE, 3, CONFIRMED));
    }

    @Test
    void recordsConfirmationWithoutFreeAmount() {
        var carryOver = proposed();
        carryOver.confirm(OPEN, Money.ZERO, 0, CONFIRMER, LATER);
        assertThat(carryOver.view())
                .isEqualTo(new EnvelopeView.CarryOverView(ID, "Year end", OPEN, Money.ZERO, 0, CONFIRMED));
    }

    @Test
    void refusesConfirmationByProposer() {
        var carryOver = proposed();
        refuses(() -> carryOver.confirm(OPEN, FREE, 3, PROPOSER, LATER), "four-eyes");
        assertThat(carryOver.view()).isEqualTo(proposed().view());
    }

    @Test
    void keepsFirstAmountWhenConfirmedAgain() {
        var carryOver = proposed();
        carryOver.confirm(OPEN, FREE, 3, CONFIRMER, LATER);
        var first = carryOver.view();
        refuses(
                () -> carryOver.confirm(EnvelopeId.next(), Money.hkd(1), 4, CONFIRMER, LATER.plusSeconds(1)),
                "illegal-transition");
        assertThat(carryOver.view()).isEqualTo(first);
    }

    @Test
    void refusesConfirmationAfterWithdrawal() {
        var carryOver = proposed();
        carryOver.withdraw("A mistake", actor(PROPOSER), LATER);
        refuses(() -> carryOver.confirm(OPEN, FREE, 3, CONFIRMER, LATER), "illegal-transition");
        var withdrawn = new ProposalView(
                ProposalStatus.WITHDRAWN, PROPOSER, PROPOSED_AT, null, null, PROPOSER, LATER, "A mistake");
        assertThat(carryOver.view())
                .isEqualTo(new EnvelopeView.CarryOverView(ID, "Year end", null, null, null, withdrawn));
    }

    @Test
    void refusesWithdrawalAfterConfirmation() {
        var carryOver = proposed();
        carryOver.confirm(OPEN, FREE, 3, CONFIRMER, LATER);
        refuses(() -> carryOver.withdraw("A mistake", actor(PROPOSER), LATER), "illegal-transition");
        assertThat(carryOver.view().proposal()).isEqualTo(CONFIRMED);
    }

    @Test
    void belongsToEndedEnvelopeOnly() {
        var carryOver = proposed();
        carryOver.confirm(OPEN, FREE, 3, CONFIRMER, LATER);
        assertThat(carryOver.belongsTo(ENDED)).isTrue();
        assertThat(carryOver.belongsTo(OPEN)).isFalse();
    }

    private static CarryOver proposed() {
        return new CarryOver(ID, ENDED, "Year end", PROPOSER, PROPOSED_AT);
    }

    private static Actor actor(PersonId person) {
        return new Actor(person, Set.of("fund-controller"), Set.of());
    }

    private static void refuses(ThrowingCallable act, String slug) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.slug()).isEqualTo(slug));
    }
}
