package hk.itf.assessment.reviewcase;

import hk.itf.model.event.Parties;
import hk.itf.model.event.Subject;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.scheme.value.SchemeRef;

/**
 * The values a case opens with.
 *
 * @param round the revision of the filing
 * @param filing a {@code Filing}, {@code ClaimFiling} or {@code AmendmentFiling}; stored as JSON
 * @param stage the first stage of the vetting route
 * @param actor the person who submitted the filing
 */
public record NewReviewCase(
        GrantId grant,
        Subject subject,
        SchemeRef scheme,
        Parties parties,
        String reference,
        int round,
        Object filing,
        Stage stage,
        PersonId actor) {}
