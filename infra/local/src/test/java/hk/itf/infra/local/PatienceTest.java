package hk.itf.infra.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class PatienceTest {

    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void pollsUntilConditionHolds() {
        var polls = new AtomicInteger();
        assertThat(Patience.until(LONG, () -> polls.incrementAndGet() == 3)).isTrue();
    }

    @Test
    void returnsFalseWhenTimeIsUp() {
        assertThat(Patience.until(Duration.ofMillis(1), () -> false)).isFalse();
    }

    @Test
    void stopsWaitingWhenInterruptedAndKeepsInterruptFlag() {
        Thread.currentThread().interrupt();
        assertThat(Patience.until(LONG, () -> false)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}
