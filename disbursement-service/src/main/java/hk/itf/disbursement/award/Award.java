package hk.itf.disbursement.award;

import hk.itf.infra.timeline.TrackedAggregate;
import hk.itf.model.HasLifecycle;
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.DisbursementEvent.AwardAmended;
import hk.itf.model.event.DisbursementEvent.AwardClosed;
import hk.itf.model.event.DisbursementEvent.AwardCommitted;
import hk.itf.model.event.DisbursementEvent.AwardTerminated;
import hk.itf.model.event.DisbursementEvent.AwardVoided;
import hk.itf.model.event.DisbursementEvent.AwardWaiting;
import hk.itf.model.id.EnvelopeId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The money awarded to one grant. An approved award waits in the queue of its envelope and is committed in full when
 * its turn comes and the envelope has enough free. While its organisation has overdue debt, the award waits outside the
 * queue. After the agreement its tranches are paid and its versions amended. The award closes when nothing is left to
 * pay and nothing is owed; a late bounce reopens the award.
 *
 * An application that is withdrawn, or whose offer lapses, voids its award. {@link AwardMoney} holds the amounts, which
 * equal the transfers of the ledger. The award is locked after the payee and the envelope, and before its tranches.
 */
@Entity
public class Award extends TrackedAggregate implements HasLifecycle<AwardStatus> {

    /** Changes without a change of status. The constants are names on the timeline. */
    public enum Act {
        APPROVE,
        RAISE,
        GIVE_UP,
        END,
        GIVE_BACK
    }

    @Id
    @Column(name = "grant_id")
    private UUID grant;

    @Enumerated(EnumType.STRING)
    private AwardStatus status;

    /** Absent when the application was withdrawn before its approval arrived. */
    @Embedded
    private @Nullable AwardOrigin origin;

    /** Absent when the application was withdrawn before its approval arrived. */
    @Embedded
    private @Nullable QueuePlace place;

    private int inForce;

    @Embedded
    private AwardMoney money;

    private int laterStages;

    private @Nullable Long keepCents;

    private int closings;

    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Award() {}

    private Award(GrantId grant, AwardStatus status, Instant now) {
        this.grant = grant.value();
        this.status = status;
        this.money = AwardMoney.awarded(Money.ZERO);
        this.recordedAt = now;
    }

    /** A voided award for an application that was withdrawn before its approval arrived. The approval is then late. */
    public static Award withdrawnBeforeApproval(GrantId grant, Instant now) {
        return new Award(grant, AwardStatus.VOIDED, now);
    }

    /**
     * An approved award that waits at the end of the queue of an envelope.
     *
     * @param queuePosition higher than every position given out before
     */
    public static Award approved(ApplicationApproved approved, EnvelopeId envelope, long queuePosition, Instant now) {
        if (!approved.awarded().isPositive()) {
            throw new IllegalStateException("grant " + approved.grant() + " was approved without money");
        }
        var award = new Award(approved.grant(), AwardStatus.WAITING, now);
        award.origin = AwardOrigin.of(approved);
        award.place = QueuePlace.last(envelope, queuePosition);
        award.inForce = 1;
        award.money = AwardMoney.awarded(approved.awarded());
        return award;
    }

    /** @param need of the version that waits */
    public AwardWaiting waiting(FundingNeed need, Instant now) {
        return new AwardWaiting(
                id(),
                PersonId.SYSTEM,
                need.version(),
                need.amount(),
                Objects.requireNonNull(waitingFor()).name(),
                now);
    }

    /** Moves the award out of the queue because its organisation has overdue debt. */
    public AwardWaiting leaveQueueForDebt(FundingNeed need, Instant now) {
        status = waits(AwardTransition.SET_ASIDE);
        place().waitForDebt();
        return waiting(need, now);
    }

    /** Moves the award to the end of the queue of the open year, after the debt was settled. */
    public void rejoin(EnvelopeId open, long position) {
        status = waits(AwardTransition.REJOIN);
        place = QueuePlace.last(open, position);
    }

    /** Moves the award to the queue of the open year. The position stays, so the order of the queue stays. */
    public void carryOver(EnvelopeId open) {
        status = waits(AwardTransition.CARRY_OVER);
        place().move(open);
    }

    /** The status of an award that starts or continues to wait. An agreed award waits for an increase. */
    private AwardStatus waits(AwardTransition first) {
        return (status == AwardStatus.AGREED ? AwardTransition.WAIT_FOR_MORE : first).apply(status);
    }

    /**
     * Puts a version with a higher amount at the end of the queue of the open year. The version in force stays in
     * force.
     */
    public void waitForIncrease(EnvelopeId open, long position) {
        status = AwardTransition.WAIT_FOR_MORE.apply(status);
        laterStages = Math.max(0, laterStages - 1);
        place = QueuePlace.last(open, position);
    }

    public boolean isWaitingForIncrease() {
        return status == AwardStatus.AGREED && waitingFor() != null;
    }

    public void cancelIncrease() {
        place().leaveQueue();
    }

    /** Commits the increase and puts the version that waited in force. */
    public AwardAmended commitIncrease(FundingNeed need, Instant now) {
        status = AwardTransition.AMEND.apply(status);
        place().leaveQueue();
        money.commitIncrease(need.amount());
        inForce = need.version();
        return new AwardAmended(id(), PersonId.SYSTEM, inForce, money.awarded(), Money.ZERO, now);
    }

    public boolean waitsFor(WaitingFor reason) {
        return waitingFor() == reason;
    }

    public AwardCommitted commit(Instant now) {
        status = AwardTransition.COMMIT.apply(status);
        place().leaveQueue();
        money.commit();
        return new AwardCommitted(id(), PersonId.SYSTEM, inForce, money.committed(), now);
    }

    public AwardVoided voidAward(String reason, PersonId actor, Instant now) {
        status = AwardTransition.VOID.apply(status);
        var decommitted = money.decommitAll();
        place().leaveQueue();
        return new AwardVoided(id(), actor, reason, decommitted, now);
    }

    public AwardVoided voidOnApproval(PersonId actor, Instant now) {
        return new AwardVoided(id(), actor, "withdrawn or lapsed before the approval was recorded", Money.ZERO, now);
    }

    /**
     * Records the signed agreement. Only a party to the approval can be the grantee.
     *
     * @param stages number of stages that can follow the first
     */
    public void agree(OrganisationId grantee, int stages) {
        var next = AwardTransition.AGREE.apply(status);
        Objects.requireNonNull(origin, "an application withdrawn before its approval has no parties")
                .signedBy(grantee);
        status = next;
        laterStages = stages;
    }

    /** Puts a version in force whose amount is at most the awarded amount and at least the released amount. */
    public AwardAmended amend(int version, Money awarded, PersonId actor, Instant now) {
        status = AwardTransition.AMEND.apply(status);
        var decommitted = money.lowerAwarded(awarded);
        inForce = version;
        return new AwardAmended(id(), actor, version, awarded, decommitted, now);
    }

    /**
     * Begins the termination. The termination completes when the bank has answered every payment.
     *
     * @param keep amount that the grantee keeps
     */
    public void beginTermination(Money keep) {
        keepCents = keep.cents();
    }

    /** Number of stages that can follow the stage that runs. */
    int laterStages() {
        return laterStages;
    }

    /** Whether a termination has begun or is complete. */
    public boolean isBeingTerminated() {
        return keepCents != null;
    }

    /** The paid amount above the amount to keep; 0.00 when the paid amount is within it. */
    public Money amountToReclaim() {
        return money.paid()
                .minus(Money.ofCents(Objects.requireNonNull(keepCents)))
                .max(Money.ZERO);
    }

    /** @param reclaimed amount that the grantee owes back because of the termination */
    public AwardTerminated terminate(Money reclaimed, Instant now) {
        status = AwardTransition.TERMINATE.apply(status);
        var decommitted = money.terminate();
        closings++;
        return new AwardTerminated(id(), PersonId.SYSTEM, money.paid(), reclaimed, decommitted, now);
    }

    /** Returns the decommitted amount of a payment that bounced after the termination. */
    public Money decommitReturned() {
        closings++;
        return money.terminate();
    }

    public void release(Money amount) {
        requireAgreed();
        money.release(amount);
    }

    /** Releases and pays an amount without the bank, because the amount settles a receivable. */
    public void payBySetOff(Money amount) {
        requireAgreed();
        money.release(amount);
        money.book(amount);
    }

    /** Takes a bounced payment back. Returns true if the bounce reopened the award. */
    public boolean bounce(Money amount, boolean afterBooking) {
        money.bounce(amount, afterBooking);
        if (status == AwardStatus.CLOSED) {
            status = AwardTransition.REOPEN.apply(status);
            return true;
        }
        return false;
    }

    /** Closes the award and decommits the amount that was never released. */
    public AwardClosed close(Instant now) {
        status = AwardTransition.CLOSE.apply(status);
        var decommitted = money.close();
        closings++;
        return new AwardClosed(id(), PersonId.SYSTEM, money.paid(), decommitted, now);
    }

    public GrantId id() {
        return GrantId.of(grant);
    }

    @Override
    public AwardStatus status() {
        return status;
    }

    public int closings() {
        return closings;
    }

    int inForce() {
        return inForce;
    }

    public AwardMoney money() {
        return money;
    }

    @Nullable
    String reference() {
        return origin == null ? null : origin.reference();
    }

    @Nullable
    String scheme() {
        return origin == null ? null : origin.scheme();
    }

    @Nullable
    WaitingFor waitingFor() {
        return place == null ? null : place.waitingFor();
    }

    /** The organisation that is paid and that owes the receivables. */
    public OrganisationId grantee() {
        return Objects.requireNonNull(organisation(), "an application withdrawn before its approval has no grantee");
    }

    @Nullable
    OrganisationId organisation() {
        return origin == null ? null : origin.organisation();
    }

    @Nullable
    EnvelopeId envelope() {
        return place == null ? null : place.envelope();
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
        return AwardState.of(this);
    }

    private QueuePlace place() {
        return Objects.requireNonNull(place, "an application withdrawn before its approval has no place in a queue");
    }

    private void requireAgreed() {
        if (status != AwardStatus.AGREED) {
            throw new IllegalStateException(
                    "grant " + grant + " has no agreement in force, so none of its tranches can be paid");
        }
    }
}
