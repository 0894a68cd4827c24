package hk.itf.applications.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The content of an amendment, by kind. */
public sealed interface AmendmentRequest {

    record EarlyEnd(LocalDate lastDay) implements AmendmentRequest {}

    /**
     * A change of answers, of last days, or of both.
     *
     * @param answers the changed answers, by question
     * @param milestones the tranches with a new last day
     */
    record Variation(Map<String, JsonNode> answers, List<Milestone> milestones) implements AmendmentRequest {}

    /** @param answers the answers to the questions of the stage */
    record NextStage(Map<String, JsonNode> answers) implements AmendmentRequest {}

    /** @param keep the part of the paid amount that the grantee keeps */
    record Termination(LocalDate lastDay, Money keep) implements AmendmentRequest {}

    record Milestone(TrancheId tranche, LocalDate lastDay) {}
}
