package hk.itf.assessment.reviewcase;

import hk.itf.model.event.Parties;
import hk.itf.model.event.Subject;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.scheme.value.SchemeRef;

/**
 * What a case is opened with.
 *
 * @param filing what was handed over: a value that is stored as JSON
 * @param stage the first of its route
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
