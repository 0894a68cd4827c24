package hk.itf.assessment.caseroute;

import hk.itf.assessment.reviewcase.ReviewCaseStatus;
import hk.itf.assessment.reviewcase.ReviewCaseTransition;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.reviewtask.ReviewTaskStatus;
import hk.itf.assessment.reviewtask.ReviewTaskTransition;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.testkit.LifecyclePage;
import hk.itf.model.event.ApplicationEvent.AmendmentResubmitted;
import hk.itf.model.event.ApplicationEvent.AmendmentSubmitted;
import hk.itf.model.event.ApplicationEvent.AmendmentWithdrawn;
import hk.itf.model.event.ApplicationEvent.ApplicationResubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationSubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationWithdrawn;
import hk.itf.model.event.ApplicationEvent.ClaimResubmitted;
import hk.itf.model.event.ApplicationEvent.ClaimSubmitted;
import hk.itf.model.event.ApplicationEvent.ClaimWithdrawn;
import hk.itf.model.event.EventCodec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Draws the pages that people read from the tables that the code runs on. */
class LifecyclePagesTest {

    @Test
    void thePageOfTheReviewCaseIsWhatTheTablesSay() {
        LifecyclePage.of("review-case", "A review case", LifecyclePagesTest.class)
                .lifecycle(List.of(ReviewCaseStatus.OPEN), ReviewCaseStatus.class, ReviewCaseTransition.class)
                .sentence("While it is open, its stage says whose turn it is: "
                        + Arrays.stream(Stage.values()).map(Enum::name).collect(Collectors.joining(", "))
                        + ", of which a scheme picks its route.")
                .section(
                        "Events",
                        "event",
                        List.of("applied in", "early in (waits)", "late in (ignored, with the reason)"),
                        Arrays.stream(CaseReception.values())
                                .map(event -> List.of(
                                        types(event),
                                        standings(event, Reception.Applied.class),
                                        standings(event, Reception.Early.class),
                                        standings(event, Reception.Late.class)))
                                .toList())
                .sentence(
                        "NONE means that there is no such case yet. A case is opened when its scheme version, and for"
                                + " claims and amendments the case of the application, are here; until then the event is early.")
                .check();
    }

    @Test
    void thePageOfTheReviewTaskIsWhatTheTableSays() {
        LifecyclePage.of("review-task", "A review task", LifecyclePagesTest.class)
                .lifecycle(List.of(ReviewTaskStatus.WAITING), ReviewTaskStatus.class, ReviewTaskTransition.class)
                .sentence("Where work is handed back, taken away, recused from or lapsed, a fresh task takes its place"
                        + " on the queue.")
                .check();
    }

    private static String types(CaseReception event) {
        var types = switch (event) {
            case SUBMITTED -> List.of(ApplicationSubmitted.class, ClaimSubmitted.class, AmendmentSubmitted.class);
            case RESUBMITTED ->
                List.of(ApplicationResubmitted.class, ClaimResubmitted.class, AmendmentResubmitted.class);
            case WITHDRAWN -> List.of(ApplicationWithdrawn.class, ClaimWithdrawn.class, AmendmentWithdrawn.class);
        };
        return types.stream().map(type -> "`" + EventCodec.typeOf(type) + "`").collect(Collectors.joining(", "));
    }

    private static String standings(CaseReception event, Class<? extends Reception> reception) {
        return LifecyclePage.names(CaseStatusOrNone.values(), standing -> reception.isInstance(event.at(standing)));
    }
}
