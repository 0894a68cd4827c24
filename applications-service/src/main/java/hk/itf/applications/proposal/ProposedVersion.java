package hk.itf.applications.proposal;

import hk.itf.model.event.AmendmentKind;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.funding.Entitlement;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.tranche.TranchePlan;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a change would make of the award.
 *
 * @param effective from which day on; of an early end or a termination, the last day
 * @param plan every instalment of the version it asks for
 * @param keep of a termination, how much of what was paid is kept
 * @param changes what is answered anew, with what is personal
 * @param entitlement how what a later stage puts on top came about
 */
public record ProposedVersion(
        AmendmentKind kind,
        LocalDate effective,
        TranchePlan plan,
        @Nullable Money keep,
        Answers changes,
        @Nullable Entitlement entitlement) {

    /** Of the same grant, with other instalments alone. */
    public static ProposedVersion earlyEnd(LocalDate lastDay, TranchePlan plan) {
        return new ProposedVersion(AmendmentKind.EARLY_END, lastDay, plan, null, Answers.NONE, null);
    }

    static ProposedVersion variation(LocalDate from, TranchePlan plan, Answers changes) {
        return new ProposedVersion(AmendmentKind.VARIATION, from, plan, null, changes, null);
    }

    static ProposedVersion nextStage(TranchePlan plan, Answers answers, Entitlement entitlement, LocalDate from) {
        return new ProposedVersion(AmendmentKind.NEXT_STAGE, from, plan, null, answers, entitlement);
    }

    static ProposedVersion termination(LocalDate lastDay, TranchePlan plan, Money keep) {
        return new ProposedVersion(AmendmentKind.TERMINATION, lastDay, plan, keep, Answers.NONE, null);
    }
}
