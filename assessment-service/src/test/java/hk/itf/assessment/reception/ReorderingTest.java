package hk.itf.assessment.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hk.itf.assessment.AppendedEvents;
import hk.itf.assessment.SimulatedApplications;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.event.AssessmentEvent.AmendmentDeclined;
import hk.itf.model.event.AssessmentEvent.AssessmentStarted;
import hk.itf.model.event.AssessmentEvent.ClarificationRequested;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Events in any order and with repetitions lead to the same state. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class ReorderingTest {

    private static final long SHUFFLES = 8;

    /** The state of a grant without ids, times and actors. */
    private static final String STATE = """
            select concat_ws(' ', 'case', subject_kind, reference, 'v' || scheme_version, 'round', round, status, stage,
                             outcome, letter, question, asked_on, answer_by, 'revision', filing::json ->> 'revision')
            from review_case where grant_id = :grant
            union all
            select concat_ws(' ', 'task', subject_kind, stage, 'round', round, duty, status, ending_reason)
            from review_task where grant_id = :grant
            union all
            select concat_ws(' ', 'duty', duty) from grant_duty where grant_id = :grant
            union all
            select concat_ws(' ', 'ignored', event_type, reason)
            from ignored_event where aggregate_id = cast(:grant as text)
            union all
            select concat_ws(' ', 'waiting', event_type, state)
            from waiting_event where aggregate_id = cast(:grant as text)
            """;

    /** The expected state, written out, so that two equal wrong states do not pass. */
    private static final List<String> EXPECTED_STATE = List.of(
            "case AMENDMENT RTH-2026-000123 v2 round 1 CLOSED DECISION DECLINED It comes too late. revision 1",
            "case APPLICATION RTH-2026-000123 v2 round 2 CLOSED COMPLETENESS WITHDRAWN another grant came first revision 2",
            "case CLAIM RTH-2026-000123 v2 round 2 CLOSED CLAIM_VETTING WITHDRAWN the claim is withdrawn revision 2",
            "duty DECIDED",
            "duty SUBMITTED",
            "task AMENDMENT DECISION round 1 DECIDED DONE ",
            "task APPLICATION COMPLETENESS round 1 DONE ",
            "task APPLICATION COMPLETENESS round 2 HANDED_BACK withdrawn",
            "task CLAIM CLAIM_VETTING round 1 VETTED_CLAIM DONE ",
            "task CLAIM CLAIM_VETTING round 2 VETTED_CLAIM HANDED_BACK withdrawn");

    @Inject
    AppendedEvents events;

    @Test
    void anyOrderAndRepetitionEndsInSameState() {
        try (var applications = new SimulatedApplications()) {
            var inOrder = History.ofOneGrant(applications);
            inOrder.deliverInOrder();
            var shuffled = LongStream.range(0, SHUFFLES)
                    .mapToObj(seed -> {
                        var history = History.ofOneGrant(applications);
                        history.deliverShuffled(seed);
                        return history;
                    })
                    .toList();

            var unfinished = new ArrayList<>(shuffled);
            unfinished.add(inOrder);
            await().atMost(Duration.ofSeconds(90)).until(() -> {
                unfinished.forEach(History::actOnOpenTasks);
                unfinished.removeIf(this::isOver);
                return unfinished.isEmpty();
            });

            var expected = state(inOrder);
            assertThat(expected).isEqualTo(EXPECTED_STATE);
            for (var seed = 0; seed < SHUFFLES; seed++) {
                var history = shuffled.get(seed);
                assertThat(state(history)).as("seed %d", seed).isEqualTo(expected);
                assertThat(published(history)).as("seed %d", seed).isEqualTo(published(inOrder));
            }
        }
    }

    private boolean isOver(History history) {
        return events.applied(history.grant()) == history.length()
                && events.count(
                                "select count(*) from review_case where grant_id = :grant and status <> 'CLOSED'",
                                history.grant())
                        == 0;
    }

    private List<String> state(History history) {
        return events.rows(STATE, history.grant()).stream().sorted().toList();
    }

    private List<Object> published(History history) {
        return List.of(
                events.about(history.grant(), AssessmentStarted.class).stream()
                        .map(AssessmentStarted::revision)
                        .toList(),
                events.about(history.grant(), ClarificationRequested.class).stream()
                        .map(asked -> asked.subject().kind())
                        .toList(),
                events.about(history.grant(), AmendmentDeclined.class).size());
    }
}
