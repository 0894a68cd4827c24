package hk.itf.infra.eventing.operations;

import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;

/**
 * The epoch this service speaks in. Raised once after its database was restored from a backup, before it is let speak
 * again: consumers then park what would rewrite a history they have already applied, instead of taking it for a
 * duplicate.
 */
@ApplicationScoped
public class Epochs {

    private static final Logger LOG = Logger.getLogger(Epochs.class);

    private final EntityManager entities;

    Epochs(EntityManager entities) {
        this.entities = entities;
    }

    /** @return the epoch of every event from now on */
    @Transactional
    public int raise(PersonId by) {
        var epoch = ((Number) entities.createNativeQuery("update event_source set epoch = epoch + 1 returning epoch")
                        .getSingleResult())
                .intValue();
        LOG.warnf("the epoch was raised to %d by %s", epoch, by);
        return epoch;
    }
}
