package hk.itf.infra.houserules;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import hk.itf.infra.eventing.EventsConsumer;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.eventing.ReceptionTable;
import hk.itf.infra.eventing.ReceptionTable.Row;
import hk.itf.model.HasLifecycle;
import hk.itf.model.event.ApplicationEvent;
import hk.itf.model.event.ApplicationEvent.ApplicationWithdrawn;
import hk.itf.model.event.ApplicationEvent.OfferLapsed;
import hk.itf.model.event.ApplicationEvent.OfferMade;
import hk.itf.model.event.DomainEvent;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReceptionRulesTest {

    enum DoorStatus {
        OPEN
    }

    record Door(DoorStatus status) implements HasLifecycle<DoorStatus> {}

    static final class DoorReception {

        static final ReceptionTable<DoorStatus> TABLE = ReceptionTable.of("door", DoorStatus.class)
                .with(OfferLapsed.class, Row.opening())
                .with(ApplicationWithdrawn.class, Row.opening());

        private DoorReception() {}
    }

    /** Asks the table for two events, one of them through a method of its own, and not for the third. */
    static final class FollowDoor {

        Reception handle(OfferLapsed lapsed) {
            return follow(lapsed);
        }

        Reception handle(ApplicationWithdrawn withdrawn) {
            return DoorReception.TABLE.of(Optional.of(new Door(DoorStatus.OPEN)), withdrawn);
        }

        Reception handle(OfferMade made) {
            return Reception.APPLIED;
        }

        Reception follow(DomainEvent event) {
            return DoorReception.TABLE.of(Optional.of(new Door(DoorStatus.OPEN)), event);
        }
    }

    /** Hands over the three events, each with a method of its own. */
    record DoorEventsConsumer(FollowDoor door) implements EventsConsumer<ApplicationEvent> {

        @Override
        public Class<ApplicationEvent> family() {
            return ApplicationEvent.class;
        }

        @Override
        public Reception on(ApplicationEvent event) {
            return switch (event) {
                case OfferLapsed lapsed -> door.handle(lapsed);
                case ApplicationWithdrawn withdrawn -> door.handle(withdrawn);
                case OfferMade made -> door.handle(made);
                default -> Reception.APPLIED;
            };
        }
    }

    /** Hands over a family of events, which hides the events that arrive. */
    record FamilyConsumer(FollowDoor door) implements EventsConsumer<ApplicationEvent> {

        @Override
        public Class<ApplicationEvent> family() {
            return ApplicationEvent.class;
        }

        @Override
        public Reception on(ApplicationEvent event) {
            return door.follow(event);
        }
    }

    @Test
    void acceptsTableWithTheDispatchedEvents() {
        check(DoorReception.TABLE, DoorEventsConsumer.class);
    }

    @Test
    void findsRowThatNeverRuns() {
        refuses(DoorReception.TABLE.with(OfferMade.class, Row.opening()), DoorEventsConsumer.class, "OfferMade");
    }

    @Test
    void findsDispatchedEventWithoutRow() {
        refuses(
                ReceptionTable.of("door", DoorStatus.class).with(OfferLapsed.class, Row.opening()),
                DoorEventsConsumer.class,
                "ApplicationWithdrawn");
    }

    @Test
    void findsFamilyHandedOver() {
        refuses(DoorReception.TABLE, FamilyConsumer.class, "family");
    }

    private static void check(ReceptionTable<DoorStatus> table, Class<?> consumer) {
        JavaClasses code = new ClassFileImporter().importClasses(consumer, FollowDoor.class, DoorReception.class);
        ReceptionRules.check(table, DoorReception.class, code);
    }

    private static void refuses(ReceptionTable<DoorStatus> table, Class<?> consumer, String because) {
        assertThatThrownBy(() -> check(table, consumer))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(because);
    }
}
