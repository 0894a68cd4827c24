package hk.itf.applications.application;

import static hk.itf.applications.application.ApplicationStatus.ACTIVE;
import static hk.itf.applications.application.ApplicationStatus.APPROVED;
import static hk.itf.applications.application.ApplicationStatus.CLARIFYING;
import static hk.itf.applications.application.ApplicationStatus.COMPLETED;
import static hk.itf.applications.application.ApplicationStatus.DECLINED;
import static hk.itf.applications.application.ApplicationStatus.DRAFT;
import static hk.itf.applications.application.ApplicationStatus.INELIGIBLE;
import static hk.itf.applications.application.ApplicationStatus.IN_ASSESSMENT;
import static hk.itf.applications.application.ApplicationStatus.LAPSED;
import static hk.itf.applications.application.ApplicationStatus.OFFERED;
import static hk.itf.applications.application.ApplicationStatus.SUBMITTED;
import static hk.itf.applications.application.ApplicationStatus.TERMINATED;
import static hk.itf.applications.application.ApplicationStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.applications.progress.ApplicationReception;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.testkit.AgreedLifecycle;
import hk.itf.infra.testkit.EventSamples;
import hk.itf.model.event.ApplicationEvent;
import hk.itf.model.event.DomainEvent;
import hk.itf.model.event.EventCodec;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ApplicationLifecycleTest {

    private static final AgreedLifecycle<ApplicationStatus, ApplicationTransition> AGREED = AgreedLifecycle.of(
                    ApplicationStatus.class, ApplicationTransition.class)
            .edge(ApplicationTransition.SUBMIT, Set.of(DRAFT), SUBMITTED)
            .edge(ApplicationTransition.RESUBMIT, Set.of(CLARIFYING), SUBMITTED)
            .edge(ApplicationTransition.START_ASSESSMENT, Set.of(SUBMITTED), IN_ASSESSMENT)
            .edge(ApplicationTransition.SEND_BACK, Set.of(SUBMITTED, IN_ASSESSMENT), CLARIFYING)
            .edge(ApplicationTransition.FIND_INELIGIBLE, Set.of(SUBMITTED, IN_ASSESSMENT), INELIGIBLE)
            .edge(ApplicationTransition.DECLINE, Set.of(SUBMITTED, IN_ASSESSMENT), DECLINED)
            .edge(ApplicationTransition.APPROVE, Set.of(SUBMITTED, IN_ASSESSMENT), APPROVED)
            .edge(ApplicationTransition.OFFER, Set.of(APPROVED), OFFERED)
            .edge(ApplicationTransition.ACCEPT, Set.of(OFFERED), ACTIVE)
            .edge(ApplicationTransition.LAPSE, Set.of(OFFERED), LAPSED)
            .edge(
                    ApplicationTransition.WITHDRAW,
                    Set.of(SUBMITTED, IN_ASSESSMENT, CLARIFYING, APPROVED, OFFERED),
                    WITHDRAWN)
            .edge(ApplicationTransition.REGISTER, Set.of(APPROVED), COMPLETED)
            .edge(ApplicationTransition.PASS_STAGE, Set.of(ACTIVE), ACTIVE)
            .edge(ApplicationTransition.COMPLETE, Set.of(ACTIVE), COMPLETED)
            .edge(ApplicationTransition.TERMINATE, Set.of(ACTIVE), TERMINATED)
            .edge(ApplicationTransition.REOPEN, Set.of(COMPLETED), ACTIVE);

    @Test
    void everyTransitionIsAllowedWhereItWasAgreedAndRefusedElsewhere() {
        AGREED.isKept();
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
        AGREED.page("application", "An application", ApplicationLifecycleTest.class, DRAFT)
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
