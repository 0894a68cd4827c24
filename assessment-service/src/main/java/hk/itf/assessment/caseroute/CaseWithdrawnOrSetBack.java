package hk.itf.assessment.caseroute;

import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewCaseId;
import java.time.Instant;

/**
 * An event inside this service, in the same transaction and with the case locked: the case was withdrawn, returned to an
 * earlier stage or started a new round. The panel must remove the agenda item of the case or void its advice.
 */
public record CaseWithdrawnOrSetBack(ReviewCaseId reviewCase, PersonId actor, String reason, Instant at) {}
