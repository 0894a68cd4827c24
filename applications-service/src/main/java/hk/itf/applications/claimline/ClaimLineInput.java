package hk.itf.applications.claimline;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.model.money.Money;
import java.util.Map;
import java.util.Optional;

/**
 * A claim line as the grantee enters it.
 *
 * @param month the month of the tranche, counted from 1, if the scheme claims by month
 * @param row the row of the application, counted from 1, if the scheme claims by row
 * @param paid the amount that the grantee paid
 * @param evidence the values of the columns that the scheme asks for
 */
public record ClaimLineInput(
        Optional<Integer> month, Optional<Integer> row, Money paid, Map<String, JsonNode> evidence) {

    public ClaimLineInput {
        evidence = Map.copyOf(evidence);
    }
}
