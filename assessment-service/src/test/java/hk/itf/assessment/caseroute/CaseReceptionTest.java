package hk.itf.assessment.caseroute;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.eventing.Reception;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaseReceptionTest {

    private enum Answer {
        APPLY,
        LATE,
        EARLY
    }

    private static final Map<CaseReception, Map<CaseStatusOrNone, Answer>> TABLE = Map.of(
            CaseReception.SUBMITTED,
                    Map.of(
                            CaseStatusOrNone.NONE, Answer.APPLY,
                            CaseStatusOrNone.OPEN, Answer.LATE,
                            CaseStatusOrNone.CLARIFYING, Answer.LATE,
                            CaseStatusOrNone.CLOSED, Answer.LATE),
            CaseReception.RESUBMITTED,
                    Map.of(
                            CaseStatusOrNone.NONE, Answer.EARLY,
                            CaseStatusOrNone.OPEN, Answer.EARLY,
                            CaseStatusOrNone.CLARIFYING, Answer.APPLY,
                            CaseStatusOrNone.CLOSED, Answer.LATE),
            CaseReception.WITHDRAWN,
                    Map.of(
                            CaseStatusOrNone.NONE, Answer.LATE,
                            CaseStatusOrNone.OPEN, Answer.APPLY,
                            CaseStatusOrNone.CLARIFYING, Answer.APPLY,
                            CaseStatusOrNone.CLOSED, Answer.LATE));

    @Test
    void everyEventHasAnAnswerWhereverTheCaseStands() {
        for (var event : CaseReception.values()) {
            for (var standing : CaseStatusOrNone.values()) {
                assertThat(answer(event.at(standing)))
                        .as("%s at %s", event, standing)
                        .isEqualTo(TABLE.get(event).get(standing));
            }
        }
    }

    private static Answer answer(Reception reception) {
        return switch (reception) {
            case Reception.Applied() -> Answer.APPLY;
            case Reception.Late(var because) -> Answer.LATE;
            case Reception.Early(var because) -> Answer.EARLY;
        };
    }
}
