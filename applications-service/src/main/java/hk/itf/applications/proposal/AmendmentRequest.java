package hk.itf.applications.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What is asked for, by kind. */
public sealed interface AmendmentRequest {

    record EarlierEnd(LocalDate lastDay) implements AmendmentRequest {}

    /**
     * @param answers anew, by question
     * @param milestones the new last days of instalments
     */
    record Variation(Map<String, JsonNode> answers, List<Milestone> milestones) implements AmendmentRequest {}

    /** @param answers to the questions of the stage */
    record NextStage(Map<String, JsonNode> answers) implements AmendmentRequest {}

    /** @param keep how much of what was paid the grantee keeps */
    record TerminationPlan(LocalDate lastDay, Money keep) implements AmendmentRequest {}

    record Milestone(TrancheId tranche, LocalDate lastDay) {}
}
