package hk.itf.assessment.caseroute;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.eventing.Reception;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaseEventTest {

    private enum Answer {
        APPLY,
        LATE,
        EARLY
    }

    private static final Map<CaseEvent, Map<Standing, Answer>> TABLE = Map.of(
            CaseEvent.SUBMITTED,
                    Map.of(
                            Standing.NONE, Answer.APPLY,
                            Standing.OPEN, Answer.LATE,
                            Standing.CLARIFYING, Answer.LATE,
                            Standing.CLOSED, Answer.LATE),
            CaseEvent.RESUBMITTED,
                    Map.of(
                            Standing.NONE, Answer.EARLY,
                            Standing.OPEN, Answer.EARLY,
                            Standing.CLARIFYING, Answer.APPLY,
                            Standing.CLOSED, Answer.LATE),
            CaseEvent.WITHDRAWN,
                    Map.of(
                            Standing.NONE, Answer.LATE,
                            Standing.OPEN, Answer.APPLY,
                            Standing.CLARIFYING, Answer.APPLY,
                            Standing.CLOSED, Answer.LATE));

    @Test
    void everyEventHasAnAnswerWhereverTheCaseStands() {
        for (var event : CaseEvent.values()) {
            for (var standing : Standing.values()) {
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
