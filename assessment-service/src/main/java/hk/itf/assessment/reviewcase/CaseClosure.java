package hk.itf.assessment.reviewcase;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * How a case ended, for good.
 *
 * @param letter the reason given; may be empty
 */
@Embeddable
record CaseClosure(@Enumerated(EnumType.STRING) CaseOutcome outcome, String letter, Instant closedAt) {}
