package hk.itf.infra.eventing.operations;

import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;

/**
 * The epoch of this service's events. An operator raises the epoch once after a restore from a backup, before the
 * service sends events again. Consumers then park events that repeat an applied number, instead of skipping them as
 * duplicates.
 */
@ApplicationScoped
public class Epochs {

    private static final Logger LOG = Logger.getLogger(Epochs.class);

    private final EntityManager entities;

    Epochs(EntityManager entities) {
        this.entities = entities;
    }

    /** @return the epoch of all events from now on */
    @Transactional
    public int raise(PersonId by) {
        var epoch = ((Number) entities.createNativeQuery("update event_source set epoch = epoch + 1 returning epoch")
                        .getSingleResult())
                .intValue();
        LOG.warnf("the epoch was raised to %d by %s", epoch, by);
        return epoch;
    }
}
