package hk.itf.infra.benchmark;

import static hk.itf.infra.local.Service.ASSESSMENT;

import hk.itf.infra.benchmark.Client.Reply;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * From the 201 to an applicant until the secretariat can take the task: outbox, relay, Kafka, consumer and queue. Times
 * include one poll's pause and answer. What is taken is completed at once, so that nobody's load cap is reached.
 */
final class TakeableTasks {

    static final Duration POLL = Duration.ofMillis(10);
    static final Duration PACE = Duration.ofMillis(200);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Client secretary;

    TakeableTasks(LocalPlatform platform) {
        secretary = platform.stranger("secretariat");
    }

    /** Completes what earlier runs left waiting: the queue is first come, first served. */
    void emptyQueue() {
        for (var task = take(); task.isPresent(); task = take()) {
            complete(task.get());
        }
    }

    Timing measure(List<Draft> drafts) {
        var answered = new ConcurrentHashMap<String, Long>();
        var begun = System.nanoTime();
        try (var applicants = Executors.newSingleThreadExecutor()) {
            var submitting = applicants.submit(() -> submitPaced(drafts, answered));
            var taken = takeAll(drafts);
            var wall = System.nanoTime() - begun;
            submitting.get();
            // A task may be taken while its applicant's answer is still on the way: that is no wait at all.
            var nanos = drafts.stream()
                    .mapToLong(draft -> Math.max(
                            0,
                            Objects.requireNonNull(taken.get(draft.id()))
                                    - Objects.requireNonNull(answered.get(draft.id()))))
                    .toArray();
            return Timing.of(nanos, wall);
        } catch (ExecutionException e) {
            throw new BenchmarkFailed("A paced submission failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailed("The measurement was interrupted.", e);
        }
    }

    private static void submitPaced(List<Draft> drafts, Map<String, Long> answered) {
        var slot = System.nanoTime();
        for (var draft : drafts) {
            LockSupport.parkNanos(slot - System.nanoTime());
            draft.submit();
            answered.put(draft.id(), System.nanoTime());
            slot += PACE.toNanos();
        }
    }

    private Map<String, Long> takeAll(List<Draft> drafts) {
        var awaited = new HashSet<>(drafts.stream().map(Draft::id).toList());
        var taken = new HashMap<String, Long>();
        var deadline = System.nanoTime()
                + PACE.multipliedBy(drafts.size()).plus(PATIENCE).toNanos();
        while (!awaited.isEmpty()) {
            var task = take();
            var now = System.nanoTime();
            if (task.isPresent()) {
                var grant = task.get().text("grant");
                if (awaited.remove(grant)) {
                    taken.put(grant, now);
                }
                complete(task.get());
            } else if (now > deadline) {
                throw new BenchmarkFailed("%d of %d tasks did not come within %d s of their submission."
                        .formatted(awaited.size(), drafts.size(), PATIENCE.toSeconds()));
            } else {
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
        return taken;
    }

    private Optional<Reply> take() {
        var reply = secretary.post(ASSESSMENT, "/queue/next", Map.of("stages", List.of("COMPLETENESS")));
        return reply.status() == 204 ? Optional.empty() : Optional.of(reply.expect(200));
    }

    private void complete(Reply task) {
        secretary
                .post(ASSESSMENT, "/tasks/" + task.text("id") + "/completeness", Map.of("complete", true))
                .expect(200);
    }
}
