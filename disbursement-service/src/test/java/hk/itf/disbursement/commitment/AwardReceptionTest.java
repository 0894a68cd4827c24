package hk.itf.disbursement.commitment;

import static hk.itf.infra.eventing.ReceptionTable.Answer.APPLIED;
import static hk.itf.infra.eventing.ReceptionTable.Answer.EARLY;
import static hk.itf.infra.eventing.ReceptionTable.Answer.LATE;
import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.disbursement.award.AwardStatus;
import hk.itf.disbursement.award.AwardTransition;
import hk.itf.infra.eventing.ReceptionTable.Answer;
import hk.itf.infra.houserules.LifecyclePage;
import hk.itf.infra.houserules.ReceptionRules;
import hk.itf.model.event.ApplicationEvent.ApplicationWithdrawn;
import hk.itf.model.event.ApplicationEvent.ClaimDeadlinePassed;
import hk.itf.model.event.ApplicationEvent.OfferAccepted;
import hk.itf.model.event.ApplicationEvent.OfferLapsed;
import hk.itf.model.event.ApplicationEvent.ReportOverdue;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.event.DomainEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AwardReceptionTest {

    /** For an unknown award, then for WAITING, COMMITTED, AGREED, CLOSED, TERMINATED and VOIDED. */
    private static final Map<Class<? extends DomainEvent>, List<Answer>> AGREED = Map.of(
            ApplicationApproved.class, List.of(APPLIED, LATE, LATE, LATE, LATE, LATE, LATE),
            ApplicationWithdrawn.class, List.of(APPLIED, APPLIED, APPLIED, LATE, LATE, LATE, LATE),
            OfferLapsed.class, List.of(APPLIED, APPLIED, APPLIED, LATE, LATE, LATE, LATE),
            OfferAccepted.class, List.of(EARLY, EARLY, APPLIED, LATE, LATE, LATE, LATE),
            ClaimAccepted.class, List.of(EARLY, EARLY, EARLY, APPLIED, LATE, LATE, LATE),
            ClaimDeadlinePassed.class, List.of(EARLY, EARLY, EARLY, APPLIED, LATE, LATE, LATE),
            ReportOverdue.class, List.of(EARLY, EARLY, EARLY, APPLIED, LATE, LATE, LATE),
            AmendmentApproved.class, List.of(EARLY, EARLY, EARLY, APPLIED, LATE, LATE, LATE));

    @Test
    void tableAnswersTheDispatchedEvents() {
        ReceptionRules.check(AwardReception.TABLE, AwardReception.class, "hk.itf.disbursement");
    }

    @Test
    void answersAsAgreed() {
        assertThat(AGREED.keySet()).isEqualTo(AwardReception.TABLE.events());
        AGREED.forEach((event, answers) -> {
            var given = Stream.concat(
                            Stream.of(Optional.<AwardStatus>empty()),
                            Stream.of(AwardStatus.values()).map(Optional::of))
                    .map(status -> AwardReception.TABLE.answer(event, status));
            assertThat(given).as(event.getSimpleName()).containsExactlyElementsOf(answers);
        });
    }

    @Test
    void pageShowsTheExecutedTables() {
        LifecyclePage.of("award", "An award", getClass())
                .lifecycle(List.of(AwardStatus.WAITING, AwardStatus.VOIDED), AwardStatus.class, AwardTransition.class)
                .sentence("A WAITING award waits for FUNDS, with a place in the queue, or for DEBT, without one."
                        + " SET_ASIDE leads from FUNDS to DEBT, REJOIN back.")
                .sentence("An award that starts VOIDED is the mark of a withdrawal before the approval.")
                .events(AwardReception.TABLE)
                .check();
    }
}
