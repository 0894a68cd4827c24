package hk.itf.infra.eventing;

import hk.itf.model.DomainException;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Lets an operator hold one topic back while the others flow: to look into a flood of bad events before they are parked
 * by the hundred, or to let one source catch up before another. Nothing is lost: the broker keeps what is not read.
 */
@ApplicationScoped
public class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);

    /**
     * One topic this service listens to.
     *
     * @param paused what was asked, for every replica of the service
     * @param inForce whether the replica that answers has already acted on it
     * @param reason why it is paused; empty when it flows
     */
    public record IntakeView(String topic, boolean paused, boolean inForce, String reason) {}

    private final Session database;
    private final EventingSettings settings;
    private volatile Set<String> inForce = Set.of();

    Intake(Session database, EventingSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    @Transactional
    public List<IntakeView> list() {
        return settings.listensTo().stream().sorted().map(this::view).toList();
    }

    /** @throws DomainException NOT_FOUND when this service does not listen to the topic */
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

    /** @throws DomainException NOT_FOUND when this service does not listen to the topic */
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
     * Reads anew what is paused. Called by the loop, in a transaction, between two batches: from here on it is in
     * force.
     */
    void read() {
        inForce = Set.copyOf(database.createNativeQuery("select topic from paused_intake", String.class)
                .getResultList());
    }

    Set<String> inForce() {
        return inForce;
    }

    private IntakeView view(String topic) {
        var reason = database.createNativeQuery("select reason from paused_intake where topic = :topic", String.class)
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
