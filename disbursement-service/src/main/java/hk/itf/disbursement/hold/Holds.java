package hk.itf.disbursement.hold;

import hk.itf.infra.http.CallerLanguage;
import hk.itf.infra.sql.ScalarQuery;
import hk.itf.infra.text.Texts;
import hk.itf.model.DomainException;
import hk.itf.model.Wording;
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

/** Stores holds and answers which holds stop a payment. */
@ApplicationScoped
public class Holds implements PanacheRepositoryBase<Hold, UUID> {

    void add(Hold hold) {
        persist(hold);
    }

    /**
     * Places a hold on an award, unless a hold with the same cause is active. Called under the lock of the award.
     *
     * @param cause key of the overdue report, for {@link #liftCausedBy}
     * @param reason a label, stored in three languages
     */
    public void holdAward(GrantId grant, String cause, Wording reason, PersonId actor, Instant now) {
        if (causedBy(cause).isEmpty()) {
            add(Hold.causedBy(cause, HoldId.next(), grant, Texts.loaded().labelInAllLanguages(reason), actor, now));
        }
    }

    /**
     * Lifts the active hold with a cause, if there is one.
     *
     * @param because a label, stored in three languages
     */
    public void liftCausedBy(String cause, Wording because, PersonId actor, Instant now) {
        causedBy(cause).forEach(hold -> hold.lift(Texts.loaded().labelInAllLanguages(because), actor, now));
    }

    private List<Hold> causedBy(String cause) {
        return list("cause = ?1 and liftedAt is null", cause);
    }

    /** Writes changes to the database, so that a view shows the stored version. */
    void flushChanges() {
        flush();
    }

    Hold lock(HoldId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> DomainException.notFound("hold"));
    }

    /**
     * The active holds that stop a tranche, oldest first: on the tranche, its award or its organisation. Reasons are in
     * the caller's language.
     *
     * @param tranches the tranche and, for an advance, the tranche it was split off from
     */
    public List<HoldView> activeOn(List<TrancheId> tranches, GrantId grant, OrganisationId organisation) {
        var targets = Stream.concat(
                        tranches.stream().map(TrancheId::value), Stream.of(grant.value(), organisation.value()))
                .toList();
        return find("liftedAt is null and targetId in ?1 order by id", targets).stream()
                .map(hold -> hold.view(CallerLanguage.current()))
                .toList();
    }

    boolean targetExists(HoldTarget target, UUID id) {
        var sql = switch (target) {
            case TRANCHE -> "select count(*) from tranche where id = :id";
            case AWARD -> "select count(*) from award where grant_id = :id and envelope_id is not null";
            case ORGANISATION ->
                "select (select count(*) from award where organisation = :id) + (select count(*) from payee_account where organisation = :id)";
        };
        return ScalarQuery.of(session(), sql, Long.class).setParameter("id", id).getSingleResult() > 0;
    }

    /** Locks the row that a release also locks. Once the hold is answered, no release under the target can follow. */
    void lockTarget(HoldTarget target, UUID id) {
        var sql = switch (target) {
            // The award's lock covers the tranche and its advance.
            case TRANCHE -> "select 1 from award a join tranche t using (grant_id) where t.id = :id for update of a";
            case AWARD -> "select 1 from award where grant_id = :id for update";
            case ORGANISATION -> "select 1 from payee_account where organisation = :id for update";
        };
        ScalarQuery.of(session(), sql, Integer.class).setParameter("id", id).getResultList();
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }
}
