package hk.itf.assessment.caseroute;

import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewCaseId;
import java.time.Instant;

/** Told inside this service, in the same transaction: another round has begun, and findings of older ones count no more. */
public record CaseResumed(ReviewCaseId reviewCase, int round, PersonId actor, Instant at) {}
