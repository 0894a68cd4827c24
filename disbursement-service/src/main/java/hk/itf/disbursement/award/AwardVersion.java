package hk.itf.disbursement.award;

import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.Uuids;
import hk.itf.model.json.Json;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.TranchePlan;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * One version of what was promised: its amount and plan never change. What its tranches will not draw is undrawn, so that
 * tranches and undrawn always sum to the version. The first waits for funds and takes force; so does a later one that
 * promises more, while one that promises less takes force at once; either supersedes the one before. A withdrawal voids it.
 */
@Entity
public class AwardVersion {

    @Id
    private UUID id;

    @Version
    private int version;

    @Column(name = "grant_id")
    private UUID grant;

    private int number;

    private long awardedCents;

    private long undrawnCents;

    private String plan;

    @Enumerated(EnumType.STRING)
    private AwardVersionStatus status;

    private UUID decidedBy;

    private Instant decidedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected AwardVersion() {}

    private AwardVersion(
            GrantId grant,
            int number,
            TranchePlan plan,
            AwardVersionStatus status,
            PersonId decidedBy,
            Instant decidedAt) {
        this.id = Uuids.next();
        this.grant = grant.value();
        this.number = number;
        this.awardedCents = plan.total().cents();
        this.plan = Json.write(plan);
        this.status = status;
        this.decidedBy = decidedBy.value();
        this.decidedAt = decidedAt;
    }

    public static AwardVersion first(GrantId grant, TranchePlan plan, PersonId decidedBy, Instant decidedAt) {
        return new AwardVersion(grant, 1, plan, AwardVersionStatus.WAITING_FOR_FUNDS, decidedBy, decidedAt);
    }

    /** One that promises more than this does: it waits for funds. */
    AwardVersion raisedTo(int nextNumber, TranchePlan next, PersonId actor, Instant at) {
        return new AwardVersion(GrantId.of(grant), nextNumber, next, AwardVersionStatus.WAITING_FOR_FUNDS, actor, at);
    }

    /** Steps down for one that waited. What will not be drawn of this will not be drawn of that either. */
    void stepDownFor(AwardVersion successor) {
        status = AwardVersionTransition.SUPERSEDE.apply(status);
        successor.undraw(undrawn());
    }

    /** The version after this one, in force. */
    AwardVersion supersededBy(int nextNumber, TranchePlan next, Money undrawn, PersonId actor, Instant at) {
        status = AwardVersionTransition.SUPERSEDE.apply(status);
        var successor = new AwardVersion(GrantId.of(grant), nextNumber, next, AwardVersionStatus.IN_FORCE, actor, at);
        successor.undraw(undrawn);
        return successor;
    }

    public void takeForce() {
        status = AwardVersionTransition.TAKE_FORCE.apply(status);
    }

    public void voidIt() {
        status = AwardVersionTransition.VOID.apply(status);
    }

    /** So much less will be drawn than was planned. */
    public void undraw(Money amount) {
        if (amount.isNegative() || undrawn().plus(amount).exceeds(awarded())) {
            throw new IllegalStateException(
                    "version " + number + " of grant " + grant + " has no such amount to undraw");
        }
        undrawnCents = undrawn().plus(amount).cents();
    }

    GrantId grant() {
        return GrantId.of(grant);
    }

    public int number() {
        return number;
    }

    public Money awarded() {
        return Money.ofCents(awardedCents);
    }

    public Money undrawn() {
        return Money.ofCents(undrawnCents);
    }

    public TranchePlan plan() {
        return Json.read(plan, TranchePlan.class);
    }

    AwardView.VersionView view() {
        return new AwardView.VersionView(
                number, status.name(), awarded(), undrawn(), PersonId.of(decidedBy), decidedAt, plan());
    }
}
