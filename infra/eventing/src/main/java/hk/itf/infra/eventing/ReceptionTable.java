package hk.itf.infra.eventing;

import hk.itf.model.HasLifecycle;
import hk.itf.model.event.DomainEvent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * States, per event and status of an aggregate, whether the event is applied, waits or is late. Use cases ask the table
 * under the lock of the aggregate, and the lifecycle page of the aggregate is drawn from the same table.
 *
 * @param <S> the statuses of the aggregate
 */
public final class ReceptionTable<S extends Enum<S>> {

    /**
     * The cells of one event. The event is late in every status that neither applies it nor makes it wait.
     *
     * @param unknown the answer while this service knows no such aggregate
     * @param afterFiling whether the event names a filing: where it is applied, it is early until this service has recorded that filing
     */
    public record Row<S extends Enum<S>>(Set<S> applied, Set<S> early, Answer unknown, boolean afterFiling) {

        public Row {
            applied = Set.copyOf(applied);
            early = Set.copyOf(early);
            if (!Collections.disjoint(applied, early)) {
                throw new IllegalArgumentException("an event is either applied or early, not both");
            }
        }

        /** A row for an event that waits until the aggregate is known. */
        public static <S extends Enum<S>> Row<S> appliedIn(Set<S> statuses) {
            return new Row<>(statuses, Set.<S>of(), Answer.EARLY, false);
        }

        /** A row for the event that starts an aggregate; the event is late once the aggregate is known. */
        public static <S extends Enum<S>> Row<S> opening() {
            return new Row<>(Set.<S>of(), Set.<S>of(), Answer.APPLIED, false);
        }

        public Row<S> earlyIn(Set<S> statuses) {
            return new Row<>(applied, statuses, unknown, afterFiling);
        }

        public Row<S> appliedWhenUnknown() {
            return new Row<>(applied, early, Answer.APPLIED, afterFiling);
        }

        public Row<S> lateWhenUnknown() {
            return new Row<>(applied, early, Answer.LATE, afterFiling);
        }

        /** A row for a decision that is applied only after this service has recorded the filing that it names. */
        public Row<S> onlyAfterFiling() {
            return new Row<>(applied, early, unknown, true);
        }

        Answer in(S status) {
            if (applied.contains(status)) {
                return Answer.APPLIED;
            }
            return early.contains(status) ? Answer.EARLY : Answer.LATE;
        }
    }

    public enum Answer {
        APPLIED,
        EARLY,
        LATE
    }

    private final String aggregate;
    private final Class<S> statuses;
    private final Map<Class<? extends DomainEvent>, Row<S>> rows;

    private ReceptionTable(String aggregate, Class<S> statuses, Map<Class<? extends DomainEvent>, Row<S>> rows) {
        this.aggregate = aggregate;
        this.statuses = statuses;
        this.rows = rows;
    }

    /** @param aggregate its name in words, such as {@code review case} */
    public static <S extends Enum<S>> ReceptionTable<S> of(String aggregate, Class<S> statuses) {
        return new ReceptionTable<>(aggregate, statuses, Map.of());
    }

    /** A copy of the table with one more row. */
    public ReceptionTable<S> with(Class<? extends DomainEvent> event, Row<S> row) {
        var more = new LinkedHashMap<>(rows);
        if (more.put(event, row) != null) {
            throw new IllegalArgumentException(
                    "the %s has two rows for %s".formatted(aggregate, event.getSimpleName()));
        }
        return new ReceptionTable<>(aggregate, statuses, more);
    }

    /** Answers for the aggregate an event is about; empty when this service knows no such aggregate. */
    public Reception of(Optional<? extends HasLifecycle<S>> known, DomainEvent event) {
        var status = known.<S>map(HasLifecycle::status);
        return switch (answer(event.getClass(), status)) {
            case APPLIED -> Reception.APPLIED;
            case EARLY -> Reception.early(situation(status));
            case LATE -> Reception.late(situation(status));
        };
    }

    /**
     * Answers when only the filing that the event names is missing: this service has not recorded it.
     *
     * @throws IllegalArgumentException when the row of the event does not wait for a filing
     */
    public Reception withoutFiling(DomainEvent event) {
        if (!waitsForFiling(event.getClass())) {
            throw new IllegalArgumentException("the %s does not wait for a filing with %s"
                    .formatted(aggregate, event.getClass().getSimpleName()));
        }
        return Reception.earlyWithoutFiling();
    }

    public boolean waitsForFiling(Class<? extends DomainEvent> event) {
        return row(event).afterFiling();
    }

    /** @param status empty while the aggregate is unknown */
    public Answer answer(Class<? extends DomainEvent> event, Optional<S> status) {
        var row = row(event);
        return status.map(row::in).orElse(row.unknown());
    }

    private Row<S> row(Class<? extends DomainEvent> event) {
        var row = rows.get(event);
        if (row == null) {
            throw new IllegalArgumentException("the %s has no row for %s".formatted(aggregate, event.getSimpleName()));
        }
        return row;
    }

    public Set<Class<? extends DomainEvent>> events() {
        return Collections.unmodifiableSet(rows.keySet());
    }

    public String aggregate() {
        return aggregate;
    }

    public Class<S> statuses() {
        return statuses;
    }

    private String situation(Optional<S> status) {
        return status.map(known -> "the %s is %s".formatted(aggregate, known))
                .orElse("there is no such %s here".formatted(aggregate));
    }
}
