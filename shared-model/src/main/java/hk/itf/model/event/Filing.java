package hk.itf.model.event;

import hk.itf.model.scheme.funding.EntitlementStatement;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.tranche.TranchePlan;
import hk.itf.model.scheme.value.SchemeRef;
import hk.itf.model.scheme.vetting.EligibilityOutcome;

/**
 * The content of a submitted application. The proposed tranches sum to the entitlement.
 *
 * @param revision 1 for the first submission
 * @param reference the reference for people, such as {@code RTH-2026-000123}
 * @param assessed the answers without personal data
 * @param contentSha256 the SHA-256 of the submitted content, as on the applicant's receipt
 */
public record Filing(
        int revision,
        String reference,
        SchemeRef scheme,
        Parties parties,
        EligibilityOutcome eligibility,
        EntitlementStatement entitlement,
        TranchePlan proposed,
        Answers assessed,
        String contentSha256) {

    public Filing {
        proposed.requireTotal(entitlement.amount());
    }
}
