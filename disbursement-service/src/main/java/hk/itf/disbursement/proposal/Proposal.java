package hk.itf.disbursement.proposal;

import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import hk.itf.model.id.PersonId;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act that waits for a second person. The proposer cannot confirm; the proposer and every fund controller can
 * withdraw. The embedding aggregate holds the content, which never changes. A database constraint refuses a
 * confirmation by the proposer, too.
 */
@Embeddable
public class Proposal {

    /** Role that can withdraw the proposals of other people. */
    private static final String WITHDRAWS_ANY = "fund-controller";

    @Enumerated(EnumType.STRING)
    private ProposalStatus status;

    private UUID proposedBy;

    private Instant proposedAt;

    private @Nullable UUID confirmedBy;

    private @Nullable Instant confirmedAt;

    private @Nullable UUID withdrawnBy;

    private @Nullable Instant withdrawnAt;

    private @Nullable String withdrawnBecause;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Proposal() {}

    public static Proposal by(PersonId actor, Instant now) {
        var proposal = new Proposal();
        proposal.status = ProposalStatus.PROPOSED;
        proposal.proposedBy = actor.value();
        proposal.proposedAt = now;
        return proposal;
    }

    /** @throws DomainException {@code illegal-transition}, {@code four-eyes} */
    public void confirm(PersonId actor, Instant now) {
        var next = ProposalTransition.CONFIRM.apply(status);
        if (actor.value().equals(proposedBy)) {
            throw DomainException.conflict("four-eyes.proposal");
        }
        status = next;
        confirmedBy = actor.value();
        confirmedAt = now;
    }

    /** @throws DomainException {@code illegal-transition}, {@code not-the-proposer} */
    public void withdraw(String because, Actor actor, Instant now) {
        var next = ProposalTransition.WITHDRAW.apply(status);
        if (!actor.person().value().equals(proposedBy) && !actor.hasRole(WITHDRAWS_ANY)) {
            throw DomainException.forbidden("not-the-proposer");
        }
        status = next;
        withdrawnBy = actor.person().value();
        withdrawnAt = now;
        withdrawnBecause = because;
    }

    public ProposalView view() {
        return new ProposalView(
                status,
                PersonId.of(proposedBy),
                proposedAt,
                confirmedBy == null ? null : PersonId.of(confirmedBy),
                confirmedAt,
                withdrawnBy == null ? null : PersonId.of(withdrawnBy),
                withdrawnAt,
                withdrawnBecause);
    }
}
