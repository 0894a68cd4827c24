package hk.itf.assessment.caseroute;

import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewCaseId;
import java.time.Instant;

/**
 * Told inside this service, in the same transaction and with the case locked: it was withdrawn, or went back to an earlier
 * stage or another round. What a panel has in hand about it, or has advised, counts no more.
 */
public record CaseWithdrawnOrSetBack(ReviewCaseId reviewCase, PersonId actor, String reason, Instant at) {}
