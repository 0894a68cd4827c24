package hk.itf.disbursement.commitment;

import static hk.itf.disbursement.commitment.AwardReceptionTest.Word.APPLY;
import static hk.itf.disbursement.commitment.AwardReceptionTest.Word.EARLY;
import static hk.itf.disbursement.commitment.AwardReceptionTest.Word.LATE;
import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.disbursement.award.AwardStatus;
import hk.itf.disbursement.award.AwardTransition;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.testkit.LifecyclePage;
import hk.itf.model.event.ApplicationEvent;
import hk.itf.model.event.AssessmentEvent;
import hk.itf.model.event.EventCodec;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every standing of an award against every event that comes in. */
class AwardReceptionTest {

    enum Word {
        APPLY,
        LATE,
        EARLY
    }

    /** In the order NONE, WAITING, COMMITTED, AGREED, CLOSED, TERMINATED, VOIDED; whatever is not named here is of no use. */
    private static final Map<String, List<Word>> TABLE = Map.of(
            "itf.assessment.approved.v1", List.of(APPLY, LATE, LATE, LATE, LATE, LATE, LATE),
            "itf.application.withdrawn.v1", List.of(APPLY, APPLY, APPLY, LATE, LATE, LATE, LATE),
            "itf.application.offer-lapsed.v1", List.of(APPLY, APPLY, APPLY, LATE, LATE, LATE, LATE),
            "itf.application.offer-accepted.v1", List.of(EARLY, EARLY, APPLY, LATE, LATE, LATE, LATE),
            "itf.claim.accepted.v1", List.of(EARLY, EARLY, EARLY, APPLY, LATE, LATE, LATE),
            "itf.claim.deadline-passed.v1", List.of(EARLY, EARLY, EARLY, APPLY, LATE, LATE, LATE),
            "itf.report.overdue.v1", List.of(EARLY, EARLY, EARLY, APPLY, LATE, LATE, LATE),
            "itf.amendment.approved.v1", List.of(EARLY, EARLY, EARLY, APPLY, LATE, LATE, LATE));

    private static final List<Word> OF_NO_USE = List.of(APPLY, APPLY, APPLY, APPLY, APPLY, APPLY, APPLY);

    @Test
    void everyPairHasAnAnswer() {
        var met = new TreeSet<String>();
        EventCodec.types().forEach((type, event) -> {
            if (ApplicationEvent.class.isAssignableFrom(event) || AssessmentEvent.class.isAssignableFrom(event)) {
                met.add(type);
                for (var standing : AwardStatusOrNone.values()) {
                    assertThat(word(standing, blank(event)))
                            .as("%s when %s", type, standing)
                            .isEqualTo(TABLE.getOrDefault(type, OF_NO_USE).get(standing.ordinal()));
                }
            }
        });
        assertThat(met).containsAll(TABLE.keySet()).hasSizeGreaterThan(20);
    }

    @Test
    void everyStatusIsAStanding() {
        assertThat(List.of(AwardStatusOrNone.values()).stream().map(Enum::name).collect(Collectors.toSet()))
                .containsAll(
                        List.of(AwardStatus.values()).stream().map(Enum::name).toList())
                .hasSize(AwardStatus.values().length + 1);
    }

    @Test
    void thePageShowsTheLifecycleAndWhatBecomesOfEvents() {
        LifecyclePage.of("award", "An award", getClass())
                .lifecycle(List.of(AwardStatus.WAITING, AwardStatus.VOIDED), AwardStatus.class, AwardTransition.class)
                .sentence(
                        "A WAITING award waits for FUNDS, with a place in the queue, or for DEBT, without one: SET_ASIDE"
                                + " leads from one to the other, REJOIN back.")
                .sentence("Recorded VOIDED from the start is the mark of a withdrawal before the approval.")
                .section("Events", "event", List.of("applied in", "early in (waits)"), receptions())
                .sentence(
                        "NONE is before anything is known of the grant. In every other standing an event is late: recorded"
                                + " as ignored, with the reason. Events that mean nothing to an award are left out.")
                .check();
    }

    private static List<List<String>> receptions() {
        return EventCodec.types().entrySet().stream()
                .filter(type -> TABLE.containsKey(type.getKey()))
                .map(type -> List.of(
                        "`" + type.getKey() + "`",
                        LifecyclePage.names(
                                AwardStatusOrNone.values(),
                                standing -> word(standing, blank(type.getValue())) == APPLY),
                        LifecyclePage.names(
                                AwardStatusOrNone.values(),
                                standing -> word(standing, blank(type.getValue())) == EARLY)))
                .sorted(Comparator.comparing(List::getFirst))
                .toList();
    }

    private static Word word(AwardStatusOrNone standing, Object event) {
        var reception = switch (event) {
            case ApplicationEvent of -> AwardReception.of(standing, of);
            case AssessmentEvent of -> AwardReception.of(standing, of);
            default -> throw new IllegalArgumentException("not received here: " + event);
        };
        return switch (reception) {
            case Reception.Applied() -> APPLY;
            case Reception.Late(var because) -> LATE;
            case Reception.Early(var because) -> EARLY;
        };
    }

    /** An event of this type that says nothing: the type and the standing decide. */
    private static Object blank(Class<?> type) {
        try {
            var parts = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(parts);
            return constructor.newInstance(
                    Arrays.stream(parts).map(AwardReceptionTest::nothing).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object nothing(Class<?> part) {
        return part == int.class ? (Object) 0 : part == boolean.class ? (Object) false : null;
    }
}
