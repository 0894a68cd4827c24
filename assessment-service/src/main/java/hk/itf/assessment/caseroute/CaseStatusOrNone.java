package hk.itf.assessment.caseroute;

import hk.itf.assessment.reviewcase.ReviewCase;
import java.util.Optional;

/** Where a case stands as seen by an event that arrives: it may not be there at all. */
enum CaseStatusOrNone {
    NONE,
    OPEN,
    CLARIFYING,
    CLOSED;

    static CaseStatusOrNone of(Optional<ReviewCase> reviewCase) {
        return reviewCase
                .map(ReviewCase::status)
                .map(status -> switch (status) {
                    case OPEN -> OPEN;
                    case CLARIFYING -> CLARIFYING;
                    case CLOSED -> CLOSED;
                })
                .orElse(NONE);
    }
}
