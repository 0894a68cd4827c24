package hk.itf.applications.claimline;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.model.money.Money;
import java.util.Map;
import java.util.Optional;

/**
 * A line as the grantee gives it: which month of the tranche, or which row of what was applied for (1 is the first), what
 * was paid for it, and what the scheme wants to know besides.
 */
public record ClaimLineInput(
        Optional<Integer> month, Optional<Integer> row, Money paid, Map<String, JsonNode> evidence) {

    public ClaimLineInput {
        evidence = Map.copyOf(evidence);
    }
}
