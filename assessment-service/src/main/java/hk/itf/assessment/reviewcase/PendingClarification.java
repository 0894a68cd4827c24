package hk.itf.assessment.reviewcase;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * A clarification request that the applicant has not answered.
 *
 * @param answerBy the last day on which the answer is in time
 */
@Embeddable
record PendingClarification(String question, LocalDate askedOn, LocalDate answerBy) {}
