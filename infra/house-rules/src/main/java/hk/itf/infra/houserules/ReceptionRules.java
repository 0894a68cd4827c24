package hk.itf.infra.houserules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import hk.itf.infra.eventing.EventsConsumer;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.eventing.ReceptionTable;
import hk.itf.infra.testkit.EventSamples;
import hk.itf.model.HasLifecycle;
import hk.itf.model.event.DomainEvent;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks a reception table against the code that executes it. The table holds exactly the events that consumers hand to
 * use cases asking the table, read from the bytecode: a row for any other event never runs.
 */
public final class ReceptionRules {

    private ReceptionRules() {}

    /**
     * @param holder the class whose static field is the table
     * @param root the package of the service
     * @throws AssertionError with the event that is not dispatched, has no row or has no answer in a status
     */
    public static <S extends Enum<S>> void check(ReceptionTable<S> table, Class<?> holder, String root) {
        check(table, holder, HouseRules.production(root));
    }

    static <S extends Enum<S>> void check(ReceptionTable<S> table, Class<?> holder, JavaClasses code) {
        assertThat(table.events())
                .as("events of the %s that consumers dispatch", table.aggregate())
                .isEqualTo(dispatched(holder, code));
        var events = EventSamples.all().stream()
                .filter(event -> table.events().contains(event.getClass()))
                .toList();
        assertThat(events).hasSameSizeAs(table.events());
        for (var event : events) {
            answers(table, event, Optional.empty());
            for (var status : table.statuses().getEnumConstants()) {
                answers(table, event, Optional.of(status));
            }
        }
    }

    /** Asks as a use case does; a lambda stands for an aggregate in the status. */
    private static <S extends Enum<S>> void answers(ReceptionTable<S> table, DomainEvent event, Optional<S> status) {
        var pair = "%s when %s".formatted(event.getClass().getSimpleName(), status);
        var reception = table.of(status.<HasLifecycle<S>>map(known -> () -> known), event);
        var reason = status.map(Enum::name).orElse("no such");
        switch (table.answer(event.getClass(), status)) {
            case APPLIED -> assertThat(reception).as(pair).isEqualTo(Reception.APPLIED);
            case EARLY ->
                assertThat(reception)
                        .as(pair)
                        .isInstanceOfSatisfying(
                                Reception.Early.class,
                                early -> assertThat(early.because()).contains(reason));
            case LATE ->
                assertThat(reception)
                        .as(pair)
                        .isInstanceOfSatisfying(
                                Reception.Late.class,
                                late -> assertThat(late.because()).contains(reason));
        }
    }

    private static Set<Class<?>> dispatched(Class<?> holder, JavaClasses code) {
        return code.stream()
                .filter(type -> type.isAssignableTo(EventsConsumer.class))
                .flatMap(consumer -> consumer.getMethodCallsFromSelf().stream())
                .filter(call -> asks(call, holder))
                .map(ReceptionRules::event)
                .collect(Collectors.toSet());
    }

    private static boolean asks(JavaMethodCall call, Class<?> holder) {
        return call.getTarget().getRawParameterTypes().size() == 1
                && call.getTarget().getRawParameterTypes().getFirst().isAssignableTo(DomainEvent.class)
                && call.getTarget()
                        .resolveMember()
                        .filter(method -> asks(method, holder, new HashSet<>()))
                        .isPresent();
    }

    /** Whether a method, or one that it calls in its own class, reads the table. */
    private static boolean asks(JavaCodeUnit method, Class<?> holder, Set<JavaCodeUnit> seen) {
        if (!seen.add(method)) {
            return false;
        }
        return method.getFieldAccesses().stream()
                        .anyMatch(access -> access.getTargetOwner().isEquivalentTo(holder))
                || method.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().equals(method.getOwner()))
                        .flatMap(call -> call.getTarget().resolveMember().stream())
                        .anyMatch(called -> asks(called, holder, seen));
    }

    private static Class<?> event(JavaMethodCall call) {
        JavaClass type = call.getTarget().getRawParameterTypes().getFirst();
        if (type.isInterface()) {
            throw new AssertionError(call.getDescription() + " hands over a family of events instead of one event");
        }
        return type.reflect();
    }
}
