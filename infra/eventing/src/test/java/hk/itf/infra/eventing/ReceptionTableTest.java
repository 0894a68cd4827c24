package hk.itf.infra.eventing;

import static hk.itf.infra.eventing.ReceptionTable.Row.appliedIn;
import static hk.itf.infra.eventing.ReceptionTableTest.DoorStatus.CLOSED;
import static hk.itf.infra.eventing.ReceptionTableTest.DoorStatus.LOCKED;
import static hk.itf.infra.eventing.ReceptionTableTest.DoorStatus.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hk.itf.infra.eventing.ReceptionTable.Row;
import hk.itf.model.HasLifecycle;
import hk.itf.model.event.ApplicationEvent.ApplicationWithdrawn;
import hk.itf.model.event.ApplicationEvent.OfferLapsed;
import hk.itf.model.event.DomainEvent;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReceptionTableTest {

    enum DoorStatus {
        OPEN,
        CLOSED,
        LOCKED
    }

    private record Door(DoorStatus status) implements HasLifecycle<DoorStatus> {}

    private static final DomainEvent LAPSED = new OfferLapsed(GrantId.next(), PersonId.SYSTEM, Instant.EPOCH);

    private static final ReceptionTable<DoorStatus> NONE = ReceptionTable.of("front door", DoorStatus.class);

    @Test
    void answersByStatusAndNamesIt() {
        var table = NONE.with(OfferLapsed.class, appliedIn(Set.of(CLOSED)).earlyIn(Set.of(OPEN)));

        assertThat(at(table, CLOSED)).isEqualTo(Reception.APPLIED);
        assertThat(at(table, OPEN)).isEqualTo(Reception.early("the front door is OPEN"));
        assertThat(at(table, LOCKED)).isEqualTo(Reception.late("the front door is LOCKED"));
    }

    @Test
    void waitsForUnknownAggregateUnlessTheRowSaysOtherwise() {
        var row = appliedIn(Set.of(CLOSED));

        assertThat(unknown(row)).isEqualTo(Reception.early("there is no such front door here"));
        assertThat(unknown(row.appliedWhenUnknown())).isEqualTo(Reception.APPLIED);
        assertThat(unknown(row.lateWhenUnknown())).isEqualTo(Reception.late("there is no such front door here"));
        assertThat(unknown(Row.opening())).isEqualTo(Reception.APPLIED);
    }

    @Test
    void waitsForFilingOnlyWhereTheRowSaysSo() {
        var row = appliedIn(Set.of(CLOSED));
        assertThat(NONE.with(OfferLapsed.class, row.onlyAfterFiling().earlyIn(Set.of(OPEN)))
                        .withoutFiling(LAPSED))
                .isEqualTo(Reception.early("the filing that the event names is not known here yet"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NONE.with(OfferLapsed.class, row).withoutFiling(LAPSED));
    }

    @Test
    void openingEventIsLateOnceTheAggregateIsKnown() {
        assertThat(at(NONE.with(OfferLapsed.class, Row.opening()), OPEN))
                .isEqualTo(Reception.late("the front door is OPEN"));
    }

    @Test
    void refusesEventWithoutRow() {
        var table = NONE.with(ApplicationWithdrawn.class, Row.opening());

        assertThatIllegalArgumentException().isThrownBy(() -> at(table, OPEN)).withMessageContaining("OfferLapsed");
    }

    @Test
    void refusesSecondRowForSameEvent() {
        var table = NONE.with(OfferLapsed.class, Row.opening());

        assertThatIllegalArgumentException().isThrownBy(() -> table.with(OfferLapsed.class, Row.opening()));
    }

    @Test
    void refusesStatusThatIsBothAppliedAndEarly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> appliedIn(Set.of(OPEN)).earlyIn(Set.of(OPEN, CLOSED)));
    }

    private static Reception at(ReceptionTable<DoorStatus> table, DoorStatus status) {
        return table.of(Optional.of(new Door(status)), LAPSED);
    }

    private static Reception unknown(Row<DoorStatus> row) {
        return NONE.with(OfferLapsed.class, row).of(Optional.<Door>empty(), LAPSED);
    }
}
