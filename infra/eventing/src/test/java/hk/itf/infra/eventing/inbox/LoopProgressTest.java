package hk.itf.infra.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoopProgressTest {

    private final LoopProgress progress = new LoopProgress();

    @Test
    void isStuckAfterThreeRestartsWithoutBatch() {
        progress.restarted();
        progress.turned();
        progress.restarted();
        progress.turned();
        assertThat(progress.isStuck()).isFalse();
        progress.restarted();
        progress.turned();
        assertThat(progress.isStuck()).isTrue();
        assertThat(progress.restarts()).isEqualTo(3);
    }

    @Test
    void isNotStuckAfterBatch() {
        progress.restarted();
        progress.restarted();
        progress.restarted();
        progress.handledBatch();
        assertThat(progress.isStuck()).isFalse();
        progress.restarted();
        assertThat(progress.isStuck()).isFalse();
    }

    @Test
    void runsAfterTurn() {
        progress.turned();
        assertThat(progress.hangs()).isFalse();
    }
}
