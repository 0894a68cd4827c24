package hk.itf.applications.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.model.DomainException;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of an amendment request, before the checks of its kind. */
public record AmendmentRequestFields(
        AmendmentKind kind,
        Optional<LocalDate> lastDay,
        Optional<Money> keep,
        Map<String, JsonNode> answers,
        List<AmendmentRequest.Milestone> milestones) {

    /** @throws DomainException {@code invalid-request}, with one fault for each missing field and each unused field */
    public AmendmentRequest toRequest() {
        var checks = new AmendmentFieldChecks();
        var request = switch (kind) {
            case EARLY_END -> {
                checks.notAsked("keep", keep.isPresent())
                        .notAsked("answers", !answers.isEmpty())
                        .notAsked("milestones", !milestones.isEmpty());
                yield new AmendmentRequest.EarlyEnd(checks.required("lastDay", lastDay, LocalDate.EPOCH));
            }
            case VARIATION -> {
                checks.notAsked("lastDay", lastDay.isPresent()).notAsked("keep", keep.isPresent());
                yield new AmendmentRequest.Variation(answers, milestones);
            }
            case NEXT_STAGE -> {
                checks.notAsked("lastDay", lastDay.isPresent())
                        .notAsked("keep", keep.isPresent())
                        .notAsked("milestones", !milestones.isEmpty());
                yield new AmendmentRequest.NextStage(answers);
            }
            case TERMINATION -> {
                checks.notAsked("answers", !answers.isEmpty()).notAsked("milestones", !milestones.isEmpty());
                yield new AmendmentRequest.Termination(
                        checks.required("lastDay", lastDay, LocalDate.EPOCH),
                        checks.amount("keep", checks.required("keep", keep, Money.ZERO)));
            }
        };
        checks.requireNoFaults();
        return request;
    }
}
