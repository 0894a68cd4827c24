package hk.itf.applications.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.infra.eventing.Reception;
import hk.itf.infra.testkit.EventSamples;
import hk.itf.infra.testkit.LifecyclePage;
import hk.itf.model.DomainException;
import hk.itf.model.event.ApplicationEvent;
import hk.itf.model.event.DomainEvent;
import hk.itf.model.event.EventCodec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApplicationLifecycleTest {

    @ParameterizedTest
    @EnumSource(Transition.class)
    void aTransitionIsAllowedFromItsStatusesAndRefusedFromEveryOther(Transition transition) {
        for (var status : ApplicationStatus.values()) {
            if (transition.from().contains(status)) {
                assertThat(transition.apply(status)).isEqualTo(transition.to());
            } else {
                assertThatThrownBy(() -> transition.apply(status))
                        .isInstanceOfSatisfying(
                                DomainException.class, e -> assertThat(e.slug()).isEqualTo("illegal-transition"));
            }
        }
    }

    @Test
    void everyPairOfStatusAndEventHasAnAnswer() {
        for (var status : ApplicationStatus.values()) {
            for (var event : EventSamples.all()) {
                var reception = ApplicationReception.of(status, event);
                assertThat(reception)
                        .isInstanceOfAny(Reception.Applied.class, Reception.Late.class, Reception.Early.class);
            }
        }
    }

    /** An event that would be applied never meets an aggregate that refuses it. */
    @Test
    void theTableOfReceptionsIsWhatWasAgreed() {
        LifecyclePage.of("application", "An application", ApplicationLifecycleTest.class)
                .lifecycle(
                        List.of(ApplicationStatus.DRAFT),
                        ApplicationStatus.values(),
                        Transition.values(),
                        Transition::permits,
                        Transition::to)
                .section(
                        "Events",
                        "event",
                        List.of("applied in", "early in (waits)"),
                        EventSamples.all().stream()
                                .filter(event -> !(event instanceof ApplicationEvent))
                                .map(event -> List.of(
                                        "`" + EventCodec.typeOf(event.getClass()) + "`",
                                        statuses(Reception.Applied.class, event),
                                        statuses(Reception.Early.class, event)))
                                .toList())
                .sentence("In every other status an event is late: recorded as ignored, with the reason.")
                .check();
    }

    private static String statuses(Class<? extends Reception> reception, DomainEvent event) {
        return Arrays.stream(ApplicationStatus.values())
                .filter(status -> reception.isInstance(ApplicationReception.of(status, event)))
                .map(Enum::name)
                .collect(Collectors.joining(", "));
    }
}
