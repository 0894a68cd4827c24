package hk.itf.disbursement.award;

import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.TranchePlan;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Stores award versions. They change under the lock of their award. */
@ApplicationScoped
public class AwardVersions implements PanacheRepositoryBase<AwardVersion, UUID> {

    public void add(AwardVersion version) {
        persist(version);
    }

    public AwardVersion newest(GrantId grant) {
        return find("grant = ?1 order by number desc", grant.value()).page(0, 1).singleResult();
    }

    public AwardVersion inForce(GrantId grant) {
        return find("grant = ?1 and status = ?2", grant.value(), AwardVersionStatus.IN_FORCE)
                .singleResult();
    }

    /** The amount that the newest version of a waiting award needs. */
    public FundingNeed fundingNeedOf(Award award) {
        var newest = newest(award.id());
        return new FundingNeed(
                newest.number(), newest.awarded().minus(award.money().committed()));
    }

    /**
     * Supersedes the version in force with a version that waited. The old version is flushed first, because the
     * database refuses two versions in force.
     */
    public void takeForce(AwardVersion waited) {
        var old = inForce(waited.grant());
        old.supersedeWith(waited);
        flush();
        waited.takeForce();
    }

    /** Adds a version with a higher amount, which waits for funds. */
    public void addIncrease(AwardVersion inForce, TranchePlan plan, PersonId actor, Instant at) {
        persist(inForce.increasedTo(nextNumber(inForce.grant()), plan, actor, at));
        flush();
    }

    /** The number after the newest version, which can be a voided one. */
    private int nextNumber(GrantId grant) {
        return newest(grant).number() + 1;
    }

    /**
     * Puts the next version in force. The old version is flushed first, because the database refuses two versions in
     * force.
     */
    public AwardVersion supersede(AwardVersion old, TranchePlan plan, Money undrawn, PersonId actor, Instant at) {
        var next = old.supersededBy(nextNumber(old.grant()), plan, undrawn, actor, at);
        flush();
        persist(next);
        return next;
    }
}
