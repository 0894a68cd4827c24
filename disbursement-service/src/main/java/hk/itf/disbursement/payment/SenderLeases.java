package hk.itf.disbursement.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** Who may instruct the bank, by the clock of the database. A replica that died holds it for half a minute at most. */
@ApplicationScoped
class SenderLeases {

    private final EntityManager entities;

    SenderLeases(EntityManager entities) {
        this.entities = entities;
    }

    /** True when the lease is this replica's from now on. */
    boolean hold(UUID replica) {
        return entities.createNativeQuery("""
                                update payment_sender
                                set holder = :replica, leased_until = clock_timestamp() + interval '30 seconds'
                                where holder = :replica or leased_until < clock_timestamp()
                                """).setParameter("replica", replica).executeUpdate() > 0;
    }
}
