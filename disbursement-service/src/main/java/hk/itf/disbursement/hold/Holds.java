package hk.itf.disbursement.hold;

import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.HoldId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Holds, and what stands in the way of a payment. */
@ApplicationScoped
public class Holds implements PanacheRepositoryBase<Hold, UUID> {

    void add(Hold hold) {
        persist(hold);
    }

    /**
     * Holds an award because of something that will be over by itself. Called under the lock of the award.
     *
     * @param cause one hold of a cause stands at a time
     */
    public void holdAward(GrantId grant, String cause, String reason, PersonId actor, Instant now) {
        if (causedBy(cause).isEmpty()) {
            add(Hold.causedBy(cause, new Hold(HoldId.next(), HoldTarget.AWARD, grant.value(), reason, actor, now)));
        }
    }

    /** What caused it is over, unless somebody lifted it before. */
    public void liftCausedBy(String cause, String because, PersonId actor, Instant now) {
        causedBy(cause).forEach(hold -> hold.lift(because, actor, now));
    }

    private List<Hold> causedBy(String cause) {
        return list("cause = ?1 and liftedAt is null", cause);
    }

    /** Writes what was changed, so that the version answered is the one stored. */
    void store() {
        flush();
    }

    Hold lock(HoldId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> DomainException.notFound("hold"));
    }

    /** Everything that holds a tranche: on itself, its award or the organisation it would be paid to. */
    public List<HoldView> standingOn(List<TrancheId> tranches, GrantId grant, OrganisationId organisation) {
        var targets = Stream.concat(
                        tranches.stream().map(TrancheId::value), Stream.of(grant.value(), organisation.value()))
                .toList();
        return find("liftedAt is null and targetId in ?1 order by id", targets).stream()
                .map(Hold::view)
                .toList();
    }

    boolean targetExists(HoldTarget target, UUID id) {
        var sql = switch (target) {
            case TRANCHE -> "select count(*) from tranche where id = :id";
            case AWARD -> "select count(*) from award where grant_id = :id and envelope_id is not null";
            case ORGANISATION ->
                "select (select count(*) from award where organisation = :id) + (select count(*) from payee_account where organisation = :id)";
        };
        return session()
                        .createNativeQuery(sql, Long.class)
                        .setParameter("id", id)
                        .getSingleResult()
                > 0;
    }

    /** Placing a hold and releasing money lock the same row, after the payee's, so that a hold is in force when it is answered. */
    void lockTarget(HoldTarget target, UUID id) {
        var sql = switch (target) {
            // What holds a tranche holds what is paid of it in advance, too.
            case TRANCHE -> "select 1 from award a join tranche t using (grant_id) where t.id = :id for update of a";
            case AWARD -> "select 1 from award where grant_id = :id for update";
            case ORGANISATION -> "select 1 from payee_account where organisation = :id for update";
        };
        session().createNativeQuery(sql, Integer.class).setParameter("id", id).getResultList();
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }
}
