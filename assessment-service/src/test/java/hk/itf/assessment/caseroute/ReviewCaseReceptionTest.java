package hk.itf.assessment.caseroute;

import static hk.itf.infra.eventing.ReceptionTable.Answer.APPLIED;
import static hk.itf.infra.eventing.ReceptionTable.Answer.EARLY;
import static hk.itf.infra.eventing.ReceptionTable.Answer.LATE;
import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.assessment.reviewcase.ReviewCaseStatus;
import hk.itf.infra.eventing.ReceptionTable.Answer;
import hk.itf.infra.houserules.ReceptionRules;
import hk.itf.model.event.ApplicationEvent.AmendmentResubmitted;
import hk.itf.model.event.ApplicationEvent.AmendmentSubmitted;
import hk.itf.model.event.ApplicationEvent.AmendmentWithdrawn;
import hk.itf.model.event.ApplicationEvent.ApplicationResubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationSubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationWithdrawn;
import hk.itf.model.event.ApplicationEvent.ClaimResubmitted;
import hk.itf.model.event.ApplicationEvent.ClaimSubmitted;
import hk.itf.model.event.ApplicationEvent.ClaimWithdrawn;
import hk.itf.model.event.DomainEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReviewCaseReceptionTest {

    @Test
    void tableHasRowForEveryDispatchedEvent() {
        ReceptionRules.check(ReviewCaseReception.TABLE, ReviewCaseReception.class, "hk.itf.assessment");
    }

    @Test
    void receivesEventsAsAgreedInEveryStatus() {
        agreed(
                List.of(ApplicationSubmitted.class, ClaimSubmitted.class, AmendmentSubmitted.class),
                List.of(APPLIED, LATE, LATE, LATE));
        agreed(
                List.of(ApplicationResubmitted.class, ClaimResubmitted.class, AmendmentResubmitted.class),
                List.of(EARLY, EARLY, APPLIED, LATE));
        agreed(
                List.of(ApplicationWithdrawn.class, ClaimWithdrawn.class, AmendmentWithdrawn.class),
                List.of(LATE, APPLIED, APPLIED, LATE));
    }

    /** @param answers for an unknown case, then for OPEN, CLARIFYING and CLOSED */
    private static void agreed(List<Class<? extends DomainEvent>> events, List<Answer> answers) {
        for (var event : events) {
            var given = Stream.concat(
                            Stream.of(Optional.<ReviewCaseStatus>empty()),
                            Stream.of(ReviewCaseStatus.values()).map(Optional::of))
                    .map(status -> ReviewCaseReception.TABLE.answer(event, status));
            assertThat(given).as(event.getSimpleName()).containsExactlyElementsOf(answers);
        }
    }
}
