package hk.itf.applications.amendment;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.GrantId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.funding.EntitlementStatement;
import hk.itf.model.scheme.tranche.PlannedTranche;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An amendment as the grantee sees it.
 *
 * @param lastDay the last day of an early end or a termination; otherwise the day from which the change counts
 * @param awarded the awarded amount of the proposed version
 * @param tranches the plan of the proposed version
 * @param keep the part of the paid amount that the grantee keeps; only for a termination
 * @param answers the changed answers, by question
 * @param entitlement the calculation of the added amount; only for a next stage
 * @param clarification the question of the clarification request
 * @param answer the answer to the clarification request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AmendmentView(
        AmendmentId id,
        GrantId application,
        AmendmentKind kind,
        AmendmentStatus status,
        int baseVersion,
        LocalDate lastDay,
        String reason,
        Money awarded,
        List<PlannedTranche> tranches,
        @Nullable Money keep,
        Map<String, Object> answers,
        @Nullable EntitlementStatement entitlement,
        @Nullable String clarification,
        @Nullable String answer,
        @Nullable String letter,
        int revision,
        int version) {

    static AmendmentView of(Amendment amendment) {
        return new AmendmentView(
                amendment.id(),
                amendment.grant(),
                amendment.kind(),
                amendment.status(),
                amendment.baseVersion(),
                amendment.lastDay(),
                amendment.reason(),
                amendment.awarded(),
                amendment.plan().tranches(),
                amendment.keep().orElse(null),
                amendment.changes().toJsonValues(),
                amendment.entitlement().orElse(null),
                amendment.question(),
                amendment.answer(),
                amendment.letter(),
                amendment.revision(),
                amendment.version());
    }
}
