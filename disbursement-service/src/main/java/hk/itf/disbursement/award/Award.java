package hk.itf.disbursement.award;

import hk.itf.infra.duty.Tracked;
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.DisbursementEvent.AwardAmended;
import hk.itf.model.event.DisbursementEvent.AwardClosed;
import hk.itf.model.event.DisbursementEvent.AwardCommitted;
import hk.itf.model.event.DisbursementEvent.AwardVoided;
import hk.itf.model.event.DisbursementEvent.AwardWaiting;
import hk.itf.model.event.EventCodec;
import hk.itf.model.event.Parties;
import hk.itf.model.id.EnvelopeId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a grant was promised. Approved, it waits with a place in the queue of its envelope and is committed in full when
 * its turn and the money are there, often at once; agreed, it is paid in tranches and amended in versions; when nothing
 * more is to be paid it closes and gives back the rest, and a late bounce reopens it. Withdrawn or lapsed before the
 * agreement it is voided.
 *
 * <p>Three net counters tell how far the money has come: paid is within released, released within committed, committed
 * within awarded. The ledger says the same, transfer by transfer.
 */
@Entity
@Table(name = "award")
public class Award extends Tracked {

    private static final String FUNDS = "FUNDS";

    @Id
    @Column(name = "grant_id")
    private UUID grant;

    @Enumerated(EnumType.STRING)
    @Column(name = "status", nullable = false)
    private AwardStatus status;

    @Column(name = "reference")
    private @Nullable String reference;

    @Column(name = "scheme")
    private @Nullable String scheme;

    @Column(name = "scheme_version")
    private @Nullable Integer schemeVersion;

    @Column(name = "organisation")
    private @Nullable UUID organisation;

    @Column(name = "parties")
    private @Nullable String parties;

    @Column(name = "envelope_id")
    private @Nullable UUID envelopeId;

    @Column(name = "queue_position")
    private @Nullable Long queuePosition;

    @Column(name = "in_force", nullable = false)
    private int inForce;

    @Column(name = "awarded_cents", nullable = false)
    private long awardedCents;

    @Column(name = "committed_cents", nullable = false)
    private long committedCents;

    @Column(name = "released_cents", nullable = false)
    private long releasedCents;

    @Column(name = "paid_cents", nullable = false)
    private long paidCents;

    @Column(name = "closings", nullable = false)
    private int closings;

    @Column(name = "recorded_at", nullable = false)
    private Instant recordedAt;

    private record State(
            AwardStatus status,
            @Nullable UUID organisation,
            @Nullable UUID envelope,
            int inForce,
            long awarded,
            long committed,
            long released,
            long paid,
            int closings) {}

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Award() {}

    private Award(GrantId grant, AwardStatus status, Instant now) {
        this.grant = grant.value();
        this.status = status;
        this.recordedAt = now;
    }

    /** The mark a withdrawal leaves that came before the approval. */
    static Award mark(GrantId grant, Instant now) {
        return new Award(grant, AwardStatus.VOIDED, now);
    }

    /** Recorded, at the end of the queue of its envelope. */
    static Award approved(ApplicationApproved approved, EnvelopeId envelope, long queuePosition, Instant now) {
        if (!approved.awarded().isPositive() || !approved.plan().total().equals(approved.awarded())) {
            throw new IllegalStateException("the plan of grant " + approved.grant() + " does not sum to the award");
        }
        var award = new Award(approved.grant(), AwardStatus.WAITING, now);
        award.reference = approved.reference();
        award.scheme = approved.scheme().id().value();
        award.schemeVersion = approved.scheme().version();
        award.organisation = approved.parties().applicant().value();
        award.parties = EventCodec.write(approved.parties());
        award.envelopeId = envelope.value();
        award.queuePosition = queuePosition;
        award.inForce = 1;
        award.awardedCents = approved.awarded().cents();
        return award;
    }

    AwardWaiting waiting(Instant now) {
        return new AwardWaiting(id(), PersonId.SYSTEM, inForce, awarded(), FUNDS, now);
    }

    AwardCommitted commit(Instant now) {
        status = Transition.COMMIT.apply(status);
        queuePosition = null;
        committedCents = awardedCents;
        return new AwardCommitted(id(), PersonId.SYSTEM, inForce, committed(), now);
    }

    AwardVoided voidIt(String reason, PersonId actor, Instant now) {
        status = Transition.VOID.apply(status);
        var decommitted = committed();
        queuePosition = null;
        committedCents = 0;
        return new AwardVoided(id(), actor, reason, decommitted, now);
    }

    AwardVoided meetMark(PersonId actor, Instant now) {
        return new AwardVoided(id(), actor, "withdrawn or lapsed before the approval was recorded", Money.ZERO, now);
    }

    /** By one of the parties to the approval: nobody else is ever paid. */
    public void agree(OrganisationId grantee) {
        if (parties == null || !EventCodec.read(parties, Parties.class).all().contains(grantee)) {
            throw new IllegalStateException("organisation " + grantee + " is no party to grant " + grant);
        }
        status = Transition.AGREE.apply(status);
        organisation = grantee.value();
    }

    /** Another version takes force: never higher than the last, never below what was released. */
    public AwardAmended amend(int version, Money awarded, PersonId actor, Instant now) {
        status = Transition.AMEND.apply(status);
        if (awarded.exceeds(awarded()) || released().exceeds(awarded)) {
            throw new IllegalStateException("version %d of grant %s is not between what is released and what is awarded"
                    .formatted(version, grant));
        }
        var decommitted = committed().minus(committed().min(awarded));
        inForce = version;
        awardedCents = awarded.cents();
        committedCents = committed().minus(decommitted).cents();
        return new AwardAmended(id(), actor, version, awarded, decommitted, now);
    }

    public void release(Money amount) {
        if (status != AwardStatus.AGREED || amount.exceeds(committed().minus(released()))) {
            throw new IllegalStateException("grant " + grant + " has less committed than is to be released");
        }
        releasedCents = released().plus(amount).cents();
    }

    public void book(Money amount) {
        if (amount.exceeds(released().minus(paid()))) {
            throw new IllegalStateException("grant " + grant + " has less released than the bank has booked");
        }
        paidCents = paid().plus(amount).cents();
    }

    /** Money came back. True when that reopened the award. */
    public boolean bounce(Money amount, boolean afterBooking) {
        releasedCents = released().minus(amount).cents();
        if (afterBooking) {
            paidCents = paid().minus(amount).cents();
        }
        if (status == AwardStatus.CLOSED) {
            status = Transition.REOPEN.apply(status);
            return true;
        }
        return false;
    }

    /** Gives back what will not be paid. */
    public AwardClosed close(Instant now) {
        status = Transition.CLOSE.apply(status);
        if (!released().equals(paid())) {
            throw new IllegalStateException("grant " + grant + " has money in flight");
        }
        var decommitted = committed().minus(paid());
        committedCents = paidCents;
        closings++;
        return new AwardClosed(id(), PersonId.SYSTEM, paid(), decommitted, now);
    }

    public GrantId id() {
        return GrantId.of(grant);
    }

    public AwardStatus status() {
        return status;
    }

    public int closings() {
        return closings;
    }

    int inForce() {
        return inForce;
    }

    public Money awarded() {
        return Money.ofCents(awardedCents);
    }

    public Money committed() {
        return Money.ofCents(committedCents);
    }

    public Money released() {
        return Money.ofCents(releasedCents);
    }

    public Money paid() {
        return Money.ofCents(paidCents);
    }

    @Nullable
    String reference() {
        return reference;
    }

    @Nullable
    String scheme() {
        return scheme == null ? null : scheme + "/v" + schemeVersion;
    }

    @Nullable
    OrganisationId organisation() {
        return organisation == null ? null : OrganisationId.of(organisation);
    }

    @Nullable
    EnvelopeId envelope() {
        return envelopeId == null ? null : EnvelopeId.of(envelopeId);
    }

    Instant recordedAt() {
        return recordedAt;
    }

    @Override
    protected GrantId grantId() {
        return id();
    }

    @Override
    protected String subject() {
        return "award";
    }

    @Override
    protected Object state() {
        return new State(
                status,
                organisation,
                envelopeId,
                inForce,
                awardedCents,
                committedCents,
                releasedCents,
                paidCents,
                closings);
    }
}
