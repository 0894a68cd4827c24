package hk.itf.disbursement.award;

import hk.itf.infra.duty.TrackedAggregate;
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
 * What a grant was promised. Approved, it waits with a place in the queue of its envelope and is committed in full when
 * its turn and the money are there, often at once; as long as its organisation has overdue debt it waits outside the
 * queue and joins it, at the end, when that is settled; agreed, it is paid in tranches and amended in versions; when nothing
 * more is to be paid and nothing is owed it closes and gives back the rest, and a late bounce reopens it. Withdrawn or lapsed before the
 * agreement it is voided.
 *
 * <p>How far the money has come is told by {@link AwardMoney}; the ledger says the same, transfer by transfer.
 */
@Entity
public class Award extends TrackedAggregate implements HasLifecycle<AwardStatus> {

    /** Changes that leave the status as it is, by their names on the timeline. */
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

    /** Absent from the mark of a withdrawal that came before the approval. */
    @Embedded
    private @Nullable AwardOrigin origin;

    /** Absent from a mark. */
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

    /** The mark a withdrawal leaves that came before the approval. */
    public static Award mark(GrantId grant, Instant now) {
        return new Award(grant, AwardStatus.VOIDED, now);
    }

    /** Recorded, at the end of the queue of its envelope. */
    public static Award approved(ApplicationApproved approved, EnvelopeId envelope, long queuePosition, Instant now) {
        if (!approved.awarded().isPositive()) {
            throw new IllegalStateException("grant " + approved.grant() + " was approved without money");
        }
        var award = new Award(approved.grant(), AwardStatus.WAITING, now);
        award.origin = AwardOrigin.of(approved);
        award.place = QueuePlace.atTheEnd(envelope, queuePosition);
        award.inForce = 1;
        award.money = AwardMoney.awarded(approved.awarded());
        return award;
    }

    /** @param wanted by the version that waits */
    public AwardWaiting waiting(FundingNeed wanted, Instant now) {
        return new AwardWaiting(
                id(),
                PersonId.SYSTEM,
                wanted.version(),
                wanted.amount(),
                Objects.requireNonNull(waitingFor()).name(),
                now);
    }

    /** Its organisation owes what is overdue: it leaves the queue, and others go on. */
    public AwardWaiting leaveForDebt(FundingNeed wanted, Instant now) {
        status = waits(AwardTransition.SET_ASIDE);
        place().setAside();
        return waiting(wanted, now);
    }

    /** The debt is dealt with: it goes to the end of the queue of the open year. */
    public void rejoin(EnvelopeId open, long position) {
        status = waits(AwardTransition.REJOIN);
        place = QueuePlace.atTheEnd(open, position);
    }

    /** The year of its queue is over: it keeps its place among those who wait for the open year. */
    public void carryOver(EnvelopeId open) {
        status = waits(AwardTransition.CARRY_OVER);
        place().move(open);
    }

    /** A running award waits for what a later version promises on top. */
    private AwardStatus waits(AwardTransition first) {
        return (status == AwardStatus.AGREED ? AwardTransition.WAIT_FOR_MORE : first).apply(status);
    }

    /** A version that promises more waits at the end of the open year's queue; until it is committed, the one in force holds. */
    public void waitForMore(EnvelopeId open, long position) {
        status = AwardTransition.WAIT_FOR_MORE.apply(status);
        laterStages = Math.max(0, laterStages - 1);
        place = QueuePlace.atTheEnd(open, position);
    }

    /** Whether a version that promises more waits, while another is in force. */
    public boolean isWaitingForMore() {
        return status == AwardStatus.AGREED && waitingFor() != null;
    }

    public void waitNoMore() {
        place().leave();
    }

    /** What the version that waited promises on top is committed, and it takes force. */
    public AwardAmended commitMore(FundingNeed wanted, Instant now) {
        status = AwardTransition.AMEND.apply(status);
        place().leave();
        money.commitMore(wanted.amount());
        inForce = wanted.version();
        return new AwardAmended(id(), PersonId.SYSTEM, inForce, money.awarded(), Money.ZERO, now);
    }

    public boolean waitsFor(WaitingFor what) {
        return waitingFor() == what;
    }

    public AwardCommitted commit(Instant now) {
        status = AwardTransition.COMMIT.apply(status);
        place().leave();
        money.commit();
        return new AwardCommitted(id(), PersonId.SYSTEM, inForce, money.committed(), now);
    }

    public AwardVoided voidIt(String reason, PersonId actor, Instant now) {
        status = AwardTransition.VOID.apply(status);
        var decommitted = money.uncommit();
        place().leave();
        return new AwardVoided(id(), actor, reason, decommitted, now);
    }

    public AwardVoided meetMark(PersonId actor, Instant now) {
        return new AwardVoided(id(), actor, "withdrawn or lapsed before the approval was recorded", Money.ZERO, now);
    }

    /**
     * By one of the parties to the approval: nobody else is ever paid.
     *
     * @param stages how many may follow the one that begins
     */
    public void agree(OrganisationId grantee, int stages) {
        var next = AwardTransition.AGREE.apply(status);
        Objects.requireNonNull(origin, "a mark is not agreed").signedBy(grantee);
        status = next;
        laterStages = stages;
    }

    /** Another version takes force: never higher than the last, never below what was released. */
    public AwardAmended amend(int version, Money awarded, PersonId actor, Instant now) {
        status = AwardTransition.AMEND.apply(status);
        var decommitted = money.award(awarded);
        inForce = version;
        return new AwardAmended(id(), actor, version, awarded, decommitted, now);
    }

    /** Nothing more is to be paid; what is on its way still arrives. */
    public void end(Money keep) {
        keepCents = keep.cents();
    }

    /** How many stages may follow the one that runs. */
    int laterStages() {
        return laterStages;
    }

    /** Whether it is to be ended, or was. */
    public boolean isEnding() {
        return keepCents != null;
    }

    /** What was paid beyond what is kept; nothing when all of it is. */
    public Money notKept() {
        return money.paid()
                .minus(Money.ofCents(Objects.requireNonNull(keepCents)))
                .max(Money.ZERO);
    }

    /** @param reclaimed what is owed back from now on */
    public AwardTerminated terminate(Money reclaimed, Instant now) {
        status = AwardTransition.TERMINATE.apply(status);
        var decommitted = money.terminate();
        closings++;
        return new AwardTerminated(id(), PersonId.SYSTEM, money.paid(), reclaimed, decommitted, now);
    }

    /** What came back after the end. */
    public Money giveBackIdle() {
        closings++;
        return money.terminate();
    }

    public void release(Money amount) {
        requireAgreed();
        money.release(amount);
    }

    /** Released and paid in one, without the bank: it went towards what the organisation owes. */
    public void payBySetOff(Money amount) {
        requireAgreed();
        money.release(amount);
        money.book(amount);
    }

    /** Money came back. True when that reopened the award. */
    public boolean bounce(Money amount, boolean afterBooking) {
        money.bounce(amount, afterBooking);
        if (status == AwardStatus.CLOSED) {
            status = AwardTransition.REOPEN.apply(status);
            return true;
        }
        return false;
    }

    /** Gives back what will not be paid. */
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

    /** How far it has come; what depends on the status of the award goes through the award. */
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

    /** Who is paid, and who owes. */
    public OrganisationId grantee() {
        return Objects.requireNonNull(organisation(), "a mark pays nobody");
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
        return Objects.requireNonNull(place, "a mark waits for nothing");
    }

    private void requireAgreed() {
        if (status != AwardStatus.AGREED) {
            throw new IllegalStateException("grant " + grant + " is not one whose tranches are paid");
        }
    }
}
