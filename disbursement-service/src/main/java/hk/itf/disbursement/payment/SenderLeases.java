package hk.itf.disbursement.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/**
 * The lease of the one replica that may instruct the bank, by the clock of the database. The lease of a dead replica
 * ends after 30 seconds.
 */
@ApplicationScoped
class SenderLeases {

    private final EntityManager entities;

    SenderLeases(EntityManager entities) {
        this.entities = entities;
    }

    /** Acquires or renews the lease. Returns true if this replica has it now. */
    boolean acquire(UUID replica) {
        return entities.createNativeQuery("""
                                update payment_sender
                                set holder = :replica, leased_until = clock_timestamp() + interval '30 seconds'
                                where holder = :replica or leased_until < clock_timestamp()
                                """).setParameter("replica", replica).executeUpdate() > 0;
    }
}
