package hk.itf.infra.benchmark.replay;

import java.time.Duration;

/** The phases of a wave of projects, each with the business time that passes before it. */
enum Phase {
    REGISTER(Duration.ZERO),
    /** After the cooling-off period of bank details. */
    APPLY(Duration.ofDays(7)),
    VET(Duration.ZERO),
    ACCEPT(Duration.ZERO),
    /** The first quarter of posts and the first month of R&D projects are over. */
    FIRST_CLAIMS(Duration.ZERO),
    /** The second and last month of R&D projects is over. */
    ACCOUNTS(Duration.ofDays(35)),
    SECOND_QUARTER(Duration.ofDays(60)),
    THIRD_QUARTER(Duration.ofDays(95));

    private final Duration before;

    Phase(Duration before) {
        this.before = before;
    }

    Duration before() {
        return before;
    }
}
