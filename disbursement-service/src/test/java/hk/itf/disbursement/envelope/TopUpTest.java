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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A top-up of 10,000,000.01 that one fund controller proposes and another confirms. */
class TopUpTest {

    private static final Instant PROPOSED_AT = Instant.parse("2026-11-28T02:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-30T02:00:00Z");
    private static final UUID ID = Uuids.next();
    private static final EnvelopeId ENVELOPE = EnvelopeId.next();
    private static final Money AMOUNT = Money.ofCents(1_000_000_001);
    private static final PersonId PROPOSER = PersonId.of(Uuids.next());
    private static final PersonId CONFIRMER = PersonId.of(Uuids.next());

    @Test
    void showsAmountReasonAndProposer() {
        assertThat(proposed().view()).isEqualTo(view(status(ProposalStatus.PROPOSED, null)));
        assertThat(proposed().amount()).isEqualTo(AMOUNT);
    }

    @Test
    void confirmsByAnotherPerson() {
        var topUp = proposed();
        topUp.confirm(CONFIRMER, LATER);
        assertThat(topUp.view()).isEqualTo(view(status(ProposalStatus.CONFIRMED, CONFIRMER)));
        assertThat(topUp.amount()).isEqualTo(AMOUNT);
    }

    @Test
    void refusesConfirmationByProposer() {
        var topUp = proposed();
        refuses(() -> topUp.confirm(PROPOSER, LATER), "four-eyes");
        assertThat(topUp.view()).isEqualTo(proposed().view());
    }

    @Test
    void refusesSecondConfirmation() {
        var topUp = proposed();
        topUp.confirm(CONFIRMER, LATER);
        var another = PersonId.of(Uuids.next());
        refuses(() -> topUp.confirm(CONFIRMER, LATER.plusSeconds(1)), "illegal-transition");
        refuses(() -> topUp.confirm(another, LATER.plusSeconds(1)), "illegal-transition");
        assertThat(topUp.view()).isEqualTo(view(status(ProposalStatus.CONFIRMED, CONFIRMER)));
    }

    @Test
    void refusesConfirmationAfterWithdrawal() {
        var topUp = proposed();
        topUp.withdraw("A mistake", new Actor(PROPOSER, Set.of("fund-controller"), Set.of()), LATER);
        var withdrawn = view(new ProposalView(
                ProposalStatus.WITHDRAWN, PROPOSER, PROPOSED_AT, null, null, PROPOSER, LATER, "A mistake"));
        assertThat(topUp.view()).isEqualTo(withdrawn);
        refuses(() -> topUp.confirm(CONFIRMER, LATER), "illegal-transition");
        assertThat(topUp.view()).isEqualTo(withdrawn);
    }

    @Test
    void refusesWithdrawalByOtherPerson() {
        var topUp = proposed();
        var stranger = new Actor(CONFIRMER, Set.of("auditor"), Set.of());
        refuses(() -> topUp.withdraw("A mistake", stranger, LATER), "not-the-proposer");
        assertThat(topUp.view()).isEqualTo(proposed().view());
    }

    @Test
    void belongsToItsEnvelopeOnly() {
        assertThat(proposed().belongsTo(ENVELOPE)).isTrue();
        assertThat(proposed().belongsTo(EnvelopeId.next())).isFalse();
    }

    private static TopUp proposed() {
        return new TopUp(ID, ENVELOPE, AMOUNT, "New appropriation", PROPOSER, PROPOSED_AT);
    }

    private static EnvelopeView.TopUpView view(ProposalView proposal) {
        return new EnvelopeView.TopUpView(ID, AMOUNT, "New appropriation", proposal);
    }

    private static ProposalView status(ProposalStatus status, @Nullable PersonId confirmer) {
        return new ProposalView(
                status, PROPOSER, PROPOSED_AT, confirmer, confirmer == null ? null : LATER, null, null, null);
    }

    private static void refuses(ThrowingCallable act, String slug) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.slug()).isEqualTo(slug));
    }
}
