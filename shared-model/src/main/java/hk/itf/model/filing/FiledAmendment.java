package hk.itf.model.filing;

import hk.itf.model.event.AmendmentFiling;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.TranchePlan;
import org.jspecify.annotations.Nullable;

/**
 * What one revision of an amendment asked for. It is approved as filed or not at all.
 *
 * @param baseVersion the award version that the amendment changes
 * @param keep for a termination the part of the paid amount that the grantee keeps; null for other kinds
 */
public record FiledAmendment(
        AmendmentKind kind,
        int baseVersion,
        TranchePlan plan,
        @Nullable Money keep) {

    public static FiledAmendment of(AmendmentFiling filing) {
        return new FiledAmendment(filing.kind(), filing.baseVersion(), filing.plan(), filing.keep());
    }

    /** @throws IllegalStateException when the approval differs from this filing */
    public void requireAgreement(AmendmentApproved approved) {
        Agreement.require("kind", approved.kind(), kind);
        Agreement.require("base version", approved.baseVersion(), baseVersion);
        Agreement.require("awarded amount", approved.awarded(), plan.total());
        Agreement.require("plan", approved.plan(), plan);
        Agreement.require("amount to keep", String.valueOf(approved.keep()), String.valueOf(keep));
    }
}
