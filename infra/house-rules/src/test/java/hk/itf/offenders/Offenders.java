package hk.itf.offenders;

import hk.itf.model.Edge;
import hk.itf.model.Transition;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;

/** At least one offender for each rule of {@code HouseRules}. */
@SuppressWarnings("unused")
class Offenders {

    /** Stands for the outbox of eventing, which this module does not depend on. */
    static class Outbox {}

    @Path("/transactional")
    @Transactional
    static class ResourceWithATransaction {}

    @Path("/store")
    static class ResourceWithAStore {
        Orders orders;
    }

    @Path("/method")
    static class ResourceWithATransactionalMethod {
        @Transactional
        void open() {}
    }

    static class DependsOnAPathClass {
        ResourceWithAStore used;
    }

    static class OrderEventsConsumer {
        Outbox outbox;
    }

    @Entity
    static class OrderWithAClock {
        @Id
        private UUID id;

        private Clock clock;
        UUID visible;

        void setId(UUID id) {
            this.id = id;
        }
    }

    @Entity
    static class Order {
        @Id
        private UUID id;
    }

    static class Orders implements PanacheRepositoryBase<Order, UUID> {
        Outbox outbox;

        Order getForUpdate(UUID id) {
            return findById(id, LockModeType.PESSIMISTIC_WRITE);
        }
    }

    static class SpeaksKafka {
        Headers headers;
    }

    static class ReadsSystemTime {
        Instant now() {
            return Instant.now();
        }
    }

    static class FloatingAmount {
        double amount;
    }

    static class Sleeper {
        void sleep() throws InterruptedException {
            Thread.sleep(1);
        }
    }

    static class LapseOrders {
        @Scheduled(every = "1s")
        void sweep() {}
    }

    static class OrderManager {}

    enum OrderStatus {
        OPEN
    }

    /** Misnamed: the name has to be OrderTransition, at the top level. */
    enum OrderEdge implements Transition<OrderStatus> {
        REOPEN;

        @Override
        public Edge<OrderStatus> edge() {
            return Edge.from(OrderStatus.OPEN).to(OrderStatus.OPEN);
        }
    }

    static class UsesEntityManager {
        EntityManager entities;
    }
}
