package hk.itf.infra.benchmark.lifecycle;

import java.time.Duration;

/** The pause before the next look for something that comes by event: 20 ms, then twice as long each time, at most a second. */
record Backoff(Duration pause) {

    static final Backoff FIRST = new Backoff(Duration.ofMillis(20));

    private static final Duration LONGEST = Duration.ofSeconds(1);

    Backoff next() {
        var longer = pause.multipliedBy(2);
        return new Backoff(longer.compareTo(LONGEST) > 0 ? LONGEST : longer);
    }
}
