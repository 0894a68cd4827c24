package hk.itf.disbursement.proposal;

import hk.itf.model.DomainException;
import hk.itf.model.id.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Four eyes: one person proposes, and nothing moves until another confirms. What is proposed is told by the aggregate that
 * has it, and never changes; its table says once more that nobody confirms their own proposal.
 */
@Embeddable
public class Proposal {

    @Enumerated(EnumType.STRING)
    @Column(name = "status", nullable = false)
    private ProposalStatus status;

    @Column(name = "proposed_by", nullable = false)
    private UUID proposedBy;

    @Column(name = "proposed_at", nullable = false)
    private Instant proposedAt;

    @Column(name = "confirmed_by")
    private @Nullable UUID confirmedBy;

    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;

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
        var next = Transition.CONFIRM.apply(status);
        if (actor.value().equals(proposedBy)) {
            throw DomainException.conflict("four-eyes", "You proposed this; another person has to confirm it.");
        }
        status = next;
        confirmedBy = actor.value();
        confirmedAt = now;
    }

    public ProposalView view() {
        return new ProposalView(
                status,
                PersonId.of(proposedBy),
                proposedAt,
                confirmedBy == null ? null : PersonId.of(confirmedBy),
                confirmedAt);
    }
}
