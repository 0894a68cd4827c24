package hk.itf.assessment.reviewcase;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * The outcome of a closed case.
 *
 * @param letter the reason for the applicant; may be empty
 */
@Embeddable
record CaseClosure(@Enumerated(EnumType.STRING) CaseOutcome outcome, String letter, Instant closedAt) {}
