package hk.itf.assessment.caseroute;

import hk.itf.assessment.caseroute.ReviewCaseReception;
import hk.itf.assessment.reviewcase.ReviewCaseStatus;
import hk.itf.assessment.reviewcase.ReviewCaseTransition;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.reviewtask.ReviewTaskStatus;
import hk.itf.assessment.reviewtask.ReviewTaskTransition;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.houserules.LifecyclePage;
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
                .events(ReviewCaseReception.TABLE)
                .sentence(
                        "A case opens once its scheme version is here and, for a claim or an amendment, the case of the"
                                + " application; until then the event is early.")
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
}
