package hk.itf.disbursement.commitment;

import hk.itf.disbursement.award.AwardStatus;
import java.util.Optional;

/** Where an award stands when an event arrives: its status, or that there is none. */
enum AwardStatusOrNone {
    NONE,
    WAITING,
    COMMITTED,
    AGREED,
    CLOSED,
    TERMINATED,
    VOIDED;

    static AwardStatusOrNone of(Optional<AwardStatus> status) {
        return status.map(known -> valueOf(known.name())).orElse(NONE);
    }
}
