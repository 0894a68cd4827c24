package hk.itf.assessment.caseroute;

import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewCaseId;
import java.time.Instant;

/** An event inside this service, in the same transaction: a new round started, and findings of earlier rounds are void. */
public record CaseResumed(ReviewCaseId reviewCase, int round, PersonId actor, Instant at) {}
