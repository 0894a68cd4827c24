package hk.itf.disbursement.award;

import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.TranchePlan;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Versions of awards; they change under the lock of their award. */
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

    /** What the newest version of an award that waits wants. */
    public FundingNeed wanted(Award award) {
        var newest = newest(award.id());
        return new FundingNeed(
                newest.number(), newest.awarded().minus(award.money().committed()));
    }

    /** Puts a version that waited in force; see {@link #supersede}. */
    public void takeForce(AwardVersion waited) {
        var old = inForce(waited.grant());
        old.stepDownFor(waited);
        flush();
        waited.takeForce();
    }

    /** One that promises more than the version in force: it waits for its money. */
    public void raise(AwardVersion inForce, TranchePlan plan, PersonId actor, Instant at) {
        persist(inForce.raisedTo(nextNumber(inForce.grant()), plan, actor, at));
        flush();
    }

    /** After the newest, which may be one that was voided while it waited. */
    private int nextNumber(GrantId grant) {
        return newest(grant).number() + 1;
    }

    /** Puts the next version in force. The old one steps down first: two in force are refused by the database. */
    public AwardVersion supersede(AwardVersion old, TranchePlan plan, Money undrawn, PersonId actor, Instant at) {
        var next = old.supersededBy(nextNumber(old.grant()), plan, undrawn, actor, at);
        flush();
        persist(next);
        return next;
    }
}
