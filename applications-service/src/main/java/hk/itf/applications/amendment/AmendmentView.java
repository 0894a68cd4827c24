package hk.itf.applications.amendment;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.GrantId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.funding.Entitlement;
import hk.itf.model.scheme.tranche.PlannedTranche;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An amendment as the grantee sees it.
 *
 * @param answers what is answered anew, by question
 * @param entitlement how what a later stage puts on top came about
 * @param keep of a termination, how much of what was paid is kept
 * @param answer to the clarification
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
        @Nullable Entitlement entitlement,
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
