package hk.itf.applications.amendment;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.GrantId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.PlannedTranche;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An amendment as the grantee sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AmendmentView(
        AmendmentId id,
        GrantId application,
        AmendmentStatus status,
        int baseVersion,
        LocalDate lastDay,
        String reason,
        Money awarded,
        List<PlannedTranche> tranches,
        @Nullable String clarification,
        @Nullable String letter,
        int revision,
        int version) {

    static AmendmentView of(Amendment amendment) {
        return new AmendmentView(
                amendment.id(),
                amendment.grant(),
                amendment.status(),
                amendment.baseVersion(),
                amendment.lastDay(),
                amendment.reason(),
                amendment.awarded(),
                amendment.plan().tranches(),
                amendment.question(),
                amendment.letter(),
                amendment.revision(),
                amendment.version());
    }
}
