package hk.itf.disbursement.payment;

import hk.itf.infra.timeline.TrackedAggregate;
import hk.itf.model.HasLifecycle;
import hk.itf.model.event.DisbursementEvent.TrancheReleased;
import hk.itf.model.id.AttemptId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pay a tranche, always with its full payable amount. The release instructs the attempt. The bank hears
 * of it afterwards, again until it acknowledges, under the attempt id. The attempt is then booked or bounced; a booked
 * attempt can still bounce.
 */
@Entity
class Attempt extends TrackedAggregate implements HasLifecycle<AttemptStatus> {

    /** Changes without a change of status. The constants are names on the timeline. */
    enum Act {
        INSTRUCT
    }

    @Id
    private UUID id;

    @Column(name = "tranche_id")
    private UUID tranche;

    @Column(name = "grant_id")
    private UUID grant;

    private UUID organisation;

    private int number;

    private int payeeVersion;

    private long amountCents;

    @Enumerated(EnumType.STRING)
    private AttemptStatus status;

    private Instant instructedAt;

    private @Nullable Instant sentAt;

    private @Nullable Instant bookedAt;

    private @Nullable Instant bouncedAt;

    private @Nullable String bankReference;

    private @Nullable String bounceReason;

    private record State(AttemptStatus status, UUID tranche, int number, int payeeVersion, long amount) {}

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Attempt() {}

    static Attempt instructed(TrancheReleased released, OrganisationId organisation, int number, int payeeVersion) {
        var attempt = new Attempt();
        attempt.id = released.attempt().value();
        attempt.tranche = released.tranche().value();
        attempt.grant = released.grant().value();
        attempt.organisation = organisation.value();
        attempt.number = number;
        attempt.payeeVersion = payeeVersion;
        attempt.amountCents = released.released().cents();
        attempt.status = AttemptStatus.INSTRUCTED;
        attempt.instructedAt = released.releasedAt();
        return attempt;
    }

    /** Records that the bank has the instruction. Repeating it has no effect, in any status. */
    void markSent(Instant now) {
        if (sentAt == null) {
            sentAt = now;
        }
    }

    void book(String reference, Instant now) {
        status = AttemptTransition.BOOK.apply(status);
        bankReference = reference;
        bookedAt = now;
    }

    /** Returns true if the attempt was booked before. */
    boolean bounce(String reference, String reason, Instant now) {
        var afterBooking = status == AttemptStatus.BOOKED;
        status = AttemptTransition.BOUNCE.apply(status);
        bankReference = reference;
        bounceReason = reason;
        bouncedAt = now;
        return afterBooking;
    }

    AttemptId id() {
        return AttemptId.of(id);
    }

    TrancheId tranche() {
        return TrancheId.of(tranche);
    }

    GrantId grant() {
        return GrantId.of(grant);
    }

    OrganisationId organisation() {
        return OrganisationId.of(organisation);
    }

    int payeeVersion() {
        return payeeVersion;
    }

    Money amount() {
        return Money.ofCents(amountCents);
    }

    Instant instructedAt() {
        return instructedAt;
    }

    @Override
    public AttemptStatus status() {
        return status;
    }

    AttemptView view() {
        return new AttemptView(
                id(),
                tranche(),
                grant(),
                number,
                status.name(),
                amount(),
                payeeVersion,
                instructedAt,
                sentAt,
                bookedAt,
                bouncedAt,
                bankReference,
                bounceReason);
    }

    @Override
    protected GrantId grantId() {
        return grant();
    }

    @Override
    protected String subject() {
        return "attempt/" + id;
    }

    @Override
    protected Object state() {
        return new State(status, tranche, number, payeeVersion, amountCents);
    }
}
