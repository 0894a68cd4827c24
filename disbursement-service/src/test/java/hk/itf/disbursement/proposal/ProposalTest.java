package hk.itf.disbursement.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.Uuids;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A proposal is made by one person, then confirmed by another or withdrawn. */
class ProposalTest {

    private static final Instant PROPOSED_AT = Instant.parse("2026-11-28T02:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-30T02:00:00Z");
    private static final PersonId PROPOSER = PersonId.of(Uuids.next());
    private static final PersonId CONFIRMER = PersonId.of(Uuids.next());

    /** The method that makes each transition, called by a fund controller who did not propose. */
    private static Map<ProposalTransition, Consumer<Proposal>> acts() {
        var acts = new EnumMap<ProposalTransition, Consumer<Proposal>>(ProposalTransition.class);
        acts.put(ProposalTransition.CONFIRM, proposal -> proposal.confirm(CONFIRMER, LATER));
        acts.put(
                ProposalTransition.WITHDRAW,
                proposal -> proposal.withdraw("A mistake", actor(CONFIRMER, "fund-controller"), LATER));
        return acts;
    }

    @ParameterizedTest
    @EnumSource(ProposalStatus.class)
    void makesExactlyThePermittedTransitions(ProposalStatus status) {
        assertThat(acts()).containsOnlyKeys(ProposalTransition.values());
        acts().forEach((transition, act) -> {
            var proposal = bring(status);
            if (transition.permits(status)) {
                act.accept(proposal);
                assertThat(proposal.view().status())
                        .as(transition.name())
                        .isEqualTo(transition.edge().to());
            } else {
                refuses(() -> act.accept(proposal), DomainException.Kind.CONFLICT, "illegal-transition");
                assertThat(proposal.view())
                        .as(transition.name())
                        .isEqualTo(bring(status).view());
            }
        });
    }

    @Test
    void recordsProposerOnly() {
        assertThat(proposed().view())
                .isEqualTo(
                        new ProposalView(ProposalStatus.PROPOSED, PROPOSER, PROPOSED_AT, null, null, null, null, null));
    }

    @Test
    void recordsWhoConfirmed() {
        var proposal = proposed();
        proposal.confirm(CONFIRMER, LATER);
        assertThat(proposal.view())
                .isEqualTo(new ProposalView(
                        ProposalStatus.CONFIRMED, PROPOSER, PROPOSED_AT, CONFIRMER, LATER, null, null, null));
    }

    @Test
    void refusesConfirmationByProposer() {
        var proposal = proposed();
        refuses(() -> proposal.confirm(PROPOSER, LATER), DomainException.Kind.CONFLICT, "four-eyes");
        assertThat(proposal.view()).isEqualTo(proposed().view());
        proposal.confirm(CONFIRMER, LATER);
        assertThat(proposal.view().confirmedBy()).isEqualTo(CONFIRMER);
    }

    @Test
    void letsProposerWithdrawWithoutRole() {
        var proposal = proposed();
        proposal.withdraw("A mistake", actor(PROPOSER), LATER);
        assertThat(proposal.view())
                .isEqualTo(new ProposalView(
                        ProposalStatus.WITHDRAWN, PROPOSER, PROPOSED_AT, null, null, PROPOSER, LATER, "A mistake"));
    }

    @Test
    void letsFundControllerWithdraw() {
        var proposal = proposed();
        proposal.withdraw("A mistake", actor(CONFIRMER, "fund-controller"), LATER);
        assertThat(proposal.view())
                .isEqualTo(new ProposalView(
                        ProposalStatus.WITHDRAWN, PROPOSER, PROPOSED_AT, null, null, CONFIRMER, LATER, "A mistake"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"finance-preparer", "finance-releaser", "auditor"})
    void refusesWithdrawalByOtherPeople(String role) {
        var proposal = proposed();
        refuses(
                () -> proposal.withdraw("A mistake", actor(CONFIRMER, role), LATER),
                DomainException.Kind.FORBIDDEN,
                "not-the-proposer");
        assertThat(proposal.view()).isEqualTo(proposed().view());
    }

    private static Actor actor(PersonId person, String... roles) {
        return new Actor(person, Set.of(roles), Set.of());
    }

    private static void refuses(ThrowingCallable act, DomainException.Kind kind, String slug) {
        assertThatThrownBy(act).isInstanceOfSatisfying(DomainException.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.slug()).isEqualTo(slug);
        });
    }

    private static Proposal bring(ProposalStatus status) {
        var proposal = proposed();
        switch (status) {
            case PROPOSED -> {}
            case CONFIRMED -> proposal.confirm(CONFIRMER, PROPOSED_AT);
            case WITHDRAWN -> proposal.withdraw("Too early", actor(PROPOSER), PROPOSED_AT);
        }
        return proposal;
    }

    private static Proposal proposed() {
        return Proposal.by(PROPOSER, PROPOSED_AT);
    }
}
