package hk.itf.model.filing;

import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.Filing;
import hk.itf.model.event.Parties;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.SchemeRef;

/**
 * What one revision of an application asked for.
 *
 * @param reference the reference for people, such as {@code RTH-2026-000123}
 * @param entitlement the most that an approval can award
 * @param contentSha256 the SHA-256 of the submitted content; an approval names it
 */
public record FiledApplication(
        int revision, String reference, SchemeRef scheme, Parties parties, Money entitlement, String contentSha256) {

    public static FiledApplication of(Filing filing) {
        return new FiledApplication(
                filing.revision(),
                filing.reference(),
                filing.scheme(),
                filing.parties(),
                filing.entitlement().amount(),
                filing.contentSha256());
    }

    /** @throws IllegalStateException when the approval differs from this filing, which it names, or awards more */
    public void requireAgreement(ApplicationApproved approved) {
        Agreement.require("reference", approved.reference(), reference);
        Agreement.require("scheme", approved.scheme(), scheme);
        Agreement.require("parties", approved.parties(), parties);
        Agreement.requireAtMost("awards", approved.awarded(), "entitlement", entitlement);
    }
}
