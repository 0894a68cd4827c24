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
 * One version of an award. Its amount and plan never change. The undrawn amount and the payable amounts of the tranches
 * add up to the version. A version with a higher amount waits for funds before it takes force; a version with a lower
 * amount takes force at once. The next version supersedes the version in force.
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

    /** The next version with a higher amount, which waits for funds. */
    AwardVersion increasedTo(int nextNumber, TranchePlan next, PersonId actor, Instant at) {
        return new AwardVersion(GrantId.of(grant), nextNumber, next, AwardVersionStatus.WAITING_FOR_FUNDS, actor, at);
    }

    /** Supersedes this version with a version that waited. The successor takes over the undrawn amount. */
    void supersedeWith(AwardVersion successor) {
        status = AwardVersionTransition.SUPERSEDE.apply(status);
        successor.addUndrawn(undrawn());
    }

    /** Supersedes this version. Returns the next version, in force. */
    AwardVersion supersededBy(int nextNumber, TranchePlan next, Money undrawn, PersonId actor, Instant at) {
        status = AwardVersionTransition.SUPERSEDE.apply(status);
        var successor = new AwardVersion(GrantId.of(grant), nextNumber, next, AwardVersionStatus.IN_FORCE, actor, at);
        successor.addUndrawn(undrawn);
        return successor;
    }

    public void takeForce() {
        status = AwardVersionTransition.TAKE_FORCE.apply(status);
    }

    public void voidVersion() {
        status = AwardVersionTransition.VOID.apply(status);
    }

    /**
     * Adds an amount that no tranche will draw.
     *
     * @throws IllegalStateException when the undrawn amount would exceed the version
     */
    public void addUndrawn(Money amount) {
        if (amount.isNegative() || undrawn().plus(amount).exceeds(awarded())) {
            throw new IllegalStateException(
                    "version " + number + " of grant " + grant + " has less than this amount left to undraw");
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
