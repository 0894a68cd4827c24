package hk.itf.model.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.funding.Entitlement;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.tranche.TranchePlan;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A change to a running award as handed over for vetting.
 *
 * @param baseVersion the award version it changes
 * @param effective from which day on; of an early end or a termination, the last day
 * @param awarded the new total
 * @param plan the new instalments; they sum to {@code awarded}
 * @param keep of a termination, how much of what was paid the grantee keeps; null for everything else
 * @param changes what is answered anew, or for a later stage, without what is personal; null where nothing is
 * @param entitlement how what a later stage puts on top came about; null for everything else
 */
public record AmendmentFiling(
        int revision,
        AmendmentKind kind,
        int baseVersion,
        LocalDate effective,
        String reason,
        Money awarded,
        TranchePlan plan,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Money keep,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Answers changes,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Entitlement entitlement) {

    public AmendmentFiling {
        if ((kind == AmendmentKind.TERMINATION) != (keep != null)) {
            throw new IllegalArgumentException("a termination, and nothing else, says what is kept");
        }
        plan.requireTotal(awarded);
    }
}
