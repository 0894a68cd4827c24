package hk.itf.assessment.caseroute;

import hk.itf.assessment.reviewcase.ReviewCaseStatus;
import hk.itf.assessment.reviewcase.ReviewCaseTransition;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.reviewtask.ReviewTaskStatus;
import hk.itf.assessment.reviewtask.ReviewTaskTransition;
import hk.itf.infra.houserules.LifecyclePage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Generates the lifecycle pages of review cases and review tasks from the tables in the code. */
class LifecyclePagesTest {

    @Test
    void pageOfReviewCaseIsCurrent() {
        LifecyclePage.of("review-case", "A review case", LifecyclePagesTest.class)
                .lifecycle(List.of(ReviewCaseStatus.OPEN), ReviewCaseStatus.class, ReviewCaseTransition.class)
                .sentence(
                        "The stage of an open case names the work to do next. Its vetting route takes some of these stages, in order: "
                                + Arrays.stream(Stage.values()).map(Enum::name).collect(Collectors.joining(", "))
                                + ".")
                .events(ReviewCaseReception.TABLE)
                .sentence(
                        "A submission is early until its scheme version is stored. A claim or an amendment also waits for"
                                + " the case of its application.")
                .check();
    }

    @Test
    void pageOfReviewTaskIsCurrent() {
        LifecyclePage.of("review-task", "A review task", LifecyclePagesTest.class)
                .lifecycle(List.of(ReviewTaskStatus.WAITING), ReviewTaskStatus.class, ReviewTaskTransition.class)
                .sentence("A new waiting task replaces a task that is handed back, reassigned, recused or lapsed.")
                .check();
    }
}
