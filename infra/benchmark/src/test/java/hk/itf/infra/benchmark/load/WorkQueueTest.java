package hk.itf.infra.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.infra.benchmark.BenchmarkException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class WorkQueueTest {

    private final WorkQueue<String> queue = new WorkQueue<>();
    private final ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();

    @Test
    void doesDelayedWorkAfterReadyWork() {
        queue.addLater(Duration.ofMillis(30), worker -> {
            done.add("later");
            queue.end();
        });
        queue.add(worker -> {
            done.add("first");
            queue.add(again -> done.add("added by the first"));
        });

        queue.work(List.of("only"));

        assertThat(done).containsExactly("first", "added by the first", "later");
    }

    @Test
    void givesWorkToAllWorkers() {
        for (var i = 0; i < 2; i++) {
            queue.add(worker -> {
                done.add(worker);
                while (done.size() < 2) {
                    Thread.onSpinWait(); // both workers must be here at the same time
                }
                queue.end();
            });
        }

        queue.work(List.of("one", "two"));

        assertThat(done).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void endsAllWorkersAtFirstFailure() {
        queue.add(worker -> {
            throw new BenchmarkException("The service answered 500.");
        });

        assertThatThrownBy(() -> queue.work(List.of("one", "two"))).hasMessage("The service answered 500.");
    }
}
