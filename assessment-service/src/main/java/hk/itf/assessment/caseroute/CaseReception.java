package hk.itf.assessment.caseroute;

import hk.itf.infra.eventing.Reception;

/** What an applicant may do to a case from outside, and what becomes of it wherever the case stands. */
enum CaseReception {
    SUBMITTED,
    RESUBMITTED,
    WITHDRAWN;

    Reception at(CaseStatusOrNone standing) {
        return switch (this) {
            case SUBMITTED ->
                switch (standing) {
                    case NONE -> Reception.APPLIED;
                    case OPEN, CLARIFYING, CLOSED -> Reception.late("its review case was opened before");
                };
            case RESUBMITTED ->
                switch (standing) {
                    case NONE -> Reception.early("its review case is not open yet");
                    // Only possible after this database was restored: it waits in sight rather than losing what was
                    // filed.
                    case OPEN -> Reception.early("nothing was asked yet");
                    case CLARIFYING -> Reception.APPLIED;
                    case CLOSED -> Reception.late("its review case is closed");
                };
            case WITHDRAWN ->
                switch (standing) {
                    case NONE -> Reception.late("it was never handed over for vetting");
                    case OPEN, CLARIFYING -> Reception.APPLIED;
                    case CLOSED -> Reception.late("its review case is closed");
                };
        };
    }
}
