package hk.itf.infra.timeline;

import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * The store of the timeline of grants in this service: one row for each transition, append-only. Each row is also logged,
 * with ids and without text that people wrote.
 */
@ApplicationScoped
public class Timeline {

    /** A row of the timeline, as auditors read it. */
    public record Row(
            String subject,
            String transition,
            PersonId actor,
            String beforeSha256,
            String afterSha256,
            String detail,
            Instant happenedAt,
            Instant recordedAt) {}

    private static final Logger LOG = Logger.getLogger(Timeline.class);

    private final Session entities;

    Timeline(Session entities) {
        this.entities = entities;
    }

    @Transactional(TxType.MANDATORY)
    public void record(TrackedAggregate aggregate, Enum<?> change, PersonId actor, Instant now) {
        record(aggregate, change, actor, "", now);
    }

    /**
     * Records a change of an aggregate, with fingerprints of its state before and after.
     *
     * @param change a constant of the aggregate's transitions or, where the status stays, of its {@code Act} enum
     */
    @Transactional(TxType.MANDATORY)
    public void record(TrackedAggregate aggregate, Enum<?> change, PersonId actor, String detail, Instant now) {
        var before = aggregate.before();
        aggregate.remember();
        insert(aggregate.grantId(), aggregate.subject(), change.name(), actor, before, aggregate.before(), detail, now);
    }

    /** Records an act that changes no aggregate of this service, such as reading a paper. */
    @Transactional(TxType.MANDATORY)
    public void note(GrantId grant, String subject, String act, PersonId actor, String detail, Instant now) {
        insert(grant, subject, act, actor, "", "", detail, now);
    }

    public List<Row> of(GrantId grant) {
        return entities.createNativeQuery("""
                        select subject, transition, actor, before_sha256, after_sha256, detail, happened_at, recorded_at
                        from timeline where grant_id = :grant order by position
                        """, Object[].class)
                .setParameter("grant", grant.value())
                .getResultStream()
                .map(row -> new Row(
                        (String) row[0],
                        (String) row[1],
                        PersonId.of((UUID) row[2]),
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        (Instant) row[6],
                        (Instant) row[7]))
                .toList();
    }

    private void insert(
            GrantId grant,
            String subject,
            String transition,
            PersonId actor,
            String before,
            String after,
            String detail,
            Instant now) {
        entities.createNativeMutationQuery("""
                        insert into timeline (grant_id, subject, transition, actor, before_sha256, after_sha256, detail, happened_at)
                        values (:grant, :subject, :transition, :actor, :before, :after, :detail, :now)
                        """)
                .setParameter("grant", grant.value())
                .setParameter("subject", subject)
                .setParameter("transition", transition)
                .setParameter("actor", actor.value())
                .setParameter("before", before)
                .setParameter("after", after)
                .setParameter("detail", detail)
                .setParameter("now", now)
                .executeUpdate();
        LOG.infof("grant %s, %s: %s by %s", grant, subject, transition, actor);
    }
}
