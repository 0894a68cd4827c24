package hk.itf.infra.eventing.inbox;

import hk.itf.infra.eventing.EventingSettings;
import hk.itf.infra.sql.PlainQuery;
import hk.itf.infra.sql.ScalarQuery;
import hk.itf.model.DomainException;
import hk.itf.model.id.PersonId;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Pauses and resumes the intake of single topics, on behalf of operators. A pause gives time to look into a flood of
 * broken events, or to let another source catch up. The broker keeps the events of a paused topic.
 */
@ApplicationScoped
public class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);

    /**
     * A topic that this service reads.
     *
     * @param paused whether an operator has paused the topic, for all replicas of the service
     * @param inForce whether the answering replica already follows the last command
     * @param reason the reason of the pause; empty without a pause
     */
    public record IntakeView(String topic, boolean paused, boolean inForce, String reason) {}

    private final Session database;
    private final AgroalDataSource pool;
    private final EventingSettings settings;
    private volatile Set<String> inForce = Set.of();

    Intake(Session database, AgroalDataSource pool, EventingSettings settings) {
        this.database = database;
        this.pool = pool;
        this.settings = settings;
    }

    @Transactional
    public List<IntakeView> list() {
        return settings.listensTo().stream().sorted().map(this::view).toList();
    }

    /** @throws DomainException NOT_FOUND when this service does not read the topic */
    @Transactional
    public IntakeView pause(String topic, PersonId by, String reason) {
        requireListening(topic);
        database.createNativeMutationQuery("""
                        insert into paused_intake (topic, by_person, reason) values (:topic, :by, :reason)
                        on conflict (topic) do update set by_person = excluded.by_person, reason = excluded.reason
                        """)
                .setParameter("topic", topic)
                .setParameter("by", by.value())
                .setParameter("reason", reason)
                .executeUpdate();
        LOG.infof("intake of %s paused by %s", topic, by);
        return view(topic);
    }

    /** @throws DomainException NOT_FOUND when this service does not read the topic */
    @Transactional
    public IntakeView resume(String topic, PersonId by) {
        requireListening(topic);
        database.createNativeMutationQuery("delete from paused_intake where topic = :topic")
                .setParameter("topic", topic)
                .executeUpdate();
        LOG.infof("intake of %s resumed by %s", topic, by);
        return view(topic);
    }

    /**
     * Loads the current pauses and puts them in force. The event loop calls this in a transaction between two batches.
     */
    void read() {
        inForce = Set.copyOf(
                PlainQuery.of(pool, "select topic from paused_intake").list(row -> row.text(1)));
    }

    Set<String> inForce() {
        return inForce;
    }

    private IntakeView view(String topic) {
        var reason = ScalarQuery.of(database, "select reason from paused_intake where topic = :topic", String.class)
                .setParameter("topic", topic)
                .getResultStream()
                .findFirst();
        return new IntakeView(
                topic,
                reason.isPresent(),
                inForce.contains(topic) == reason.isPresent(),
                String.valueOf(reason.orElse("")));
    }

    private void requireListening(String topic) {
        if (!settings.listensTo().contains(topic)) {
            throw DomainException.notFound("topic");
        }
    }
}
