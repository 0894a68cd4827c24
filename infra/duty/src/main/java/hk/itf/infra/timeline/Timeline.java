package hk.itf.infra.timeline;

import hk.itf.infra.sql.RowsBeforeCommit;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * The store of the timeline of grants in this service: one row for each transition, append-only. The rows of a transaction
 * are written together just before it commits. Each row is also logged, with ids and without text that people wrote.
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

    private static final String INSERT = """
            insert into timeline (grant_id, subject, transition, actor, before_sha256, after_sha256, detail, happened_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** A row that is not written yet. */
    private record Added(
            GrantId grant,
            String subject,
            String transition,
            PersonId actor,
            String before,
            String after,
            String detail,
            Instant happenedAt) {}

    private final Session entities;
    private final AgroalDataSource database;
    private final RowsBeforeCommit<Added> rows;

    Timeline(Session entities, AgroalDataSource database, TransactionSynchronizationRegistry transaction) {
        this.entities = entities;
        this.database = database;
        rows = new RowsBeforeCommit<>(transaction, this::write);
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
        entities.flush(); // a view that is built next shows the new version
        var before = aggregate.fingerprint();
        aggregate.remember();
        add(new Added(
                aggregate.grantId(),
                aggregate.subject(),
                change.name(),
                actor,
                before,
                aggregate.fingerprint(),
                detail,
                now));
    }

    /** Records an act that changes no aggregate of this service, such as reading a paper. */
    @Transactional(TxType.MANDATORY)
    public void note(GrantId grant, String subject, String act, PersonId actor, String detail, Instant now) {
        add(new Added(grant, subject, act, actor, "", "", detail, now));
    }

    @Transactional
    public List<Row> of(GrantId grant) {
        rows.writeNow();
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

    private void add(Added row) {
        rows.add(row);
        LOG.infof("grant %s, %s: %s by %s", row.grant, row.subject, row.transition, row.actor);
    }

    private void write(List<Added> added) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(INSERT)) {
            for (var row : added) {
                statement.setObject(1, row.grant.value());
                statement.setString(2, row.subject);
                statement.setString(3, row.transition);
                statement.setObject(4, row.actor.value());
                statement.setString(5, row.before);
                statement.setString(6, row.after);
                statement.setString(7, row.detail);
                statement.setObject(8, row.happenedAt.atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
