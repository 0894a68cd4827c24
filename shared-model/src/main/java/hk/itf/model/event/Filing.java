package hk.itf.model.event;

import hk.itf.model.scheme.Answers;
import hk.itf.model.scheme.EligibilityOutcome;
import hk.itf.model.scheme.Entitlement;
import hk.itf.model.scheme.SchemeRef;
import hk.itf.model.scheme.TranchePlan;

/**
 * An application as handed over for vetting. The proposed tranches add up to the entitlement.
 *
 * @param revision 1 for the first submission
 * @param reference what people call the case, such as {@code RTH-2026-000123}
 * @param assessed the answers without personal data
 * @param contentSha256 the hash on the applicant's receipt, over everything submitted
 */
public record Filing(
        int revision,
        String reference,
        SchemeRef scheme,
        Parties parties,
        EligibilityOutcome eligibility,
        Entitlement entitlement,
        TranchePlan proposed,
        Answers assessed,
        String contentSha256) {

    public Filing {
        proposed.requireTotal(entitlement.amount());
    }
}
