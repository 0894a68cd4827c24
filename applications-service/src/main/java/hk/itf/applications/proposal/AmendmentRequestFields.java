package hk.itf.applications.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.model.DomainException;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything a change may be made of, as it was given. */
public record AmendmentRequestFields(
        AmendmentKind kind,
        Optional<LocalDate> lastDay,
        Optional<Money> keep,
        Map<String, JsonNode> answers,
        List<AmendmentRequest.Milestone> milestones) {

    /** @throws DomainException {@code invalid-request}, naming what the kind needs, or has no use for */
    public AmendmentRequest change() {
        var fields = new AmendmentFields();
        var change = switch (kind) {
            case EARLY_END -> {
                fields.notAsked("keep", keep.isPresent())
                        .notAsked("answers", !answers.isEmpty())
                        .notAsked("milestones", !milestones.isEmpty());
                yield new AmendmentRequest.EarlierEnd(fields.required("lastDay", lastDay, LocalDate.EPOCH));
            }
            case VARIATION -> {
                fields.notAsked("lastDay", lastDay.isPresent()).notAsked("keep", keep.isPresent());
                yield new AmendmentRequest.Variation(answers, milestones);
            }
            case NEXT_STAGE -> {
                fields.notAsked("lastDay", lastDay.isPresent())
                        .notAsked("keep", keep.isPresent())
                        .notAsked("milestones", !milestones.isEmpty());
                yield new AmendmentRequest.NextStage(answers);
            }
            case TERMINATION -> {
                fields.notAsked("answers", !answers.isEmpty()).notAsked("milestones", !milestones.isEmpty());
                yield new AmendmentRequest.TerminationPlan(
                        fields.required("lastDay", lastDay, LocalDate.EPOCH),
                        fields.amount("keep", fields.required("keep", keep, Money.ZERO)));
            }
        };
        fields.requireSound();
        return change;
    }
}
