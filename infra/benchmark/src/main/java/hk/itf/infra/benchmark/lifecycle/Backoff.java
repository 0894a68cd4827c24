package hk.itf.infra.benchmark.lifecycle;

import java.time.Duration;

/** The pause before the next look for something that comes by event: 10 ms, then half as long again each time, at most 100 ms. */
record Backoff(Duration pause) {

    static final Backoff FIRST = new Backoff(Duration.ofMillis(10));

    private static final Duration LONGEST = Duration.ofMillis(100);

    Backoff next() {
        var longer = pause.multipliedBy(3).dividedBy(2);
        return new Backoff(longer.compareTo(LONGEST) > 0 ? LONGEST : longer);
    }
}
