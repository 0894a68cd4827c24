package hk.itf.infra.benchmark.lifecycle;

import static hk.itf.infra.local.Service.ASSESSMENT;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.infra.benchmark.BenchmarkException;
import hk.itf.infra.benchmark.load.Person;
import hk.itf.infra.benchmark.load.WorkQueue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The tasks of one stage that the load expects in the review queue. A worker takes the next task whichever grant it belongs
 * to, as real staff do. While the queue is empty, one worker at a time looks.
 */
final class StageQueue {

    private static final long PATIENCE_NANOS = Duration.ofMinutes(1).toNanos();

    private final Stage stage;
    private final WorkQueue<Clerk> work;
    private final Consumer<String> onDone;
    private int expected;
    private long lastTaken;
    private boolean asking;
    private Backoff backoff = Backoff.FIRST;

    /** @param onDone receives the id of the grant whose task was completed */
    StageQueue(Stage stage, WorkQueue<Clerk> work, Consumer<String> onDone) {
        this.stage = stage;
        this.work = work;
        this.onDone = onDone;
    }

    /** One more task will appear in the queue. */
    synchronized void expect() {
        expected++;
        if (!asking) {
            asking = true;
            lastTaken = System.nanoTime();
            work.add(this::take);
        }
    }

    private void take(Clerk clerk) {
        var next = next(clerk);
        scheduleNext(next.isPresent());
        next.ifPresent(task -> {
            complete(clerk, task);
            onDone.accept(task.view().path("grant").asText());
        });
    }

    private synchronized void scheduleNext(boolean taken) {
        if (!taken) {
            if (System.nanoTime() - lastTaken > PATIENCE_NANOS) {
                throw new BenchmarkException("%d tasks of the stage %s did not reach the review queue within a minute."
                        .formatted(expected, stage));
            }
            work.addLater(backoff.pause(), this::take);
            backoff = backoff.next();
            return;
        }
        lastTaken = System.nanoTime();
        backoff = Backoff.FIRST;
        expected--;
        if (expected > 0) {
            work.add(this::take);
        } else {
            asking = false;
        }
    }

    private record Taken(Person holder, JsonNode view) {}

    private Optional<Taken> next(Clerk clerk) {
        for (var person : stage.staff(clerk)) {
            var reply = clerk.client().post(person, ASSESSMENT, "/queue/next", Map.of("stages", List.of(stage.name())));
            if (reply.status() == 200) {
                return Optional.of(new Taken(person, reply.json()));
            }
            if (reply.status() != 204) {
                throw new BenchmarkException(
                        "The review queue answered %d: %s".formatted(reply.status(), reply.text()));
            }
        }
        return Optional.empty();
    }

    private void complete(Clerk clerk, Taken task) {
        var path = "/tasks/" + task.view().path("id").asText() + "/" + stage.act();
        clerk.client().post(task.holder(), ASSESSMENT, path, stage.body()).require(200, path);
    }
}
