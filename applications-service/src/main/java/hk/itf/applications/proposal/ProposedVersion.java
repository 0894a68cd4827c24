package hk.itf.applications.proposal;

import hk.itf.model.event.AmendmentKind;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.funding.EntitlementStatement;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.tranche.TranchePlan;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The award version that an amendment proposes.
 *
 * @param effective the first day of the change; for an early end or a termination the last day of the grant
 * @param plan every tranche of the proposed version
 * @param keep the part of the paid amount that the grantee keeps; null except for a termination
 * @param changes the changed answers, personal data included
 * @param entitlement the calculation of the added amount; null except for a next stage
 */
public record ProposedVersion(
        AmendmentKind kind,
        LocalDate effective,
        TranchePlan plan,
        @Nullable Money keep,
        Answers changes,
        @Nullable EntitlementStatement entitlement) {

    public static ProposedVersion earlyEnd(LocalDate lastDay, TranchePlan plan) {
        return new ProposedVersion(AmendmentKind.EARLY_END, lastDay, plan, null, Answers.NONE, null);
    }

    static ProposedVersion variation(LocalDate from, TranchePlan plan, Answers changes) {
        return new ProposedVersion(AmendmentKind.VARIATION, from, plan, null, changes, null);
    }

    static ProposedVersion nextStage(
            TranchePlan plan, Answers answers, EntitlementStatement entitlement, LocalDate from) {
        return new ProposedVersion(AmendmentKind.NEXT_STAGE, from, plan, null, answers, entitlement);
    }

    static ProposedVersion termination(LocalDate lastDay, TranchePlan plan, Money keep) {
        return new ProposedVersion(AmendmentKind.TERMINATION, lastDay, plan, keep, Answers.NONE, null);
    }
}
