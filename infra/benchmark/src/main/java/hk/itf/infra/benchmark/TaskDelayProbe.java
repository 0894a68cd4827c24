package hk.itf.infra.benchmark;

import static hk.itf.infra.local.Service.ASSESSMENT;

import hk.itf.infra.local.http.ServiceReply;
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
 * Measures the time from the answer 201 to an applicant until the secretariat can take the task. The time covers outbox,
 * relay, Kafka, consumer and review queue, and one poll. A taken task is completed at once, because a person may hold
 * only a few.
 */
final class TaskDelayProbe {

    /** Pause between two attempts to take a task. */
    static final Duration POLL = Duration.ofMillis(10);

    private static final Duration PACE = Duration.ofMillis(200);

    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private final BenchmarkPerson secretary;

    TaskDelayProbe(LocalPlatform platform) {
        secretary = BenchmarkPerson.create(platform, "secretariat");
    }

    /** Completes the tasks that earlier runs left in the queue, because the queue is first come, first served. */
    void emptyQueue() {
        for (var task = take(); task.isPresent(); task = take()) {
            complete(task.get());
        }
    }

    /**
     * Submits the applications, one every {@link #PACE}, and takes their tasks. The queue must be empty before.
     *
     * @throws BenchmarkException if a task cannot be taken within 60 seconds of the last submission
     */
    Timing measure(List<DraftApplication> drafts) {
        var answered = new ConcurrentHashMap<String, Long>();
        var start = System.nanoTime();
        try (var applicants = Executors.newSingleThreadExecutor()) {
            var submitting = applicants.submit(() -> submitPaced(drafts, answered));
            var taken = takeAll(drafts);
            var wall = System.nanoTime() - start;
            submitting.get();
            // A task that is taken before its applicant has the answer counts as no delay.
            var nanos = drafts.stream()
                    .mapToLong(draft -> Math.max(
                            0,
                            Objects.requireNonNull(taken.get(draft.id()))
                                    - Objects.requireNonNull(answered.get(draft.id()))))
                    .toArray();
            return Timing.of(nanos, wall);
        } catch (ExecutionException e) {
            throw new BenchmarkException("A paced submission failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("The measurement was interrupted.", e);
        }
    }

    private static void submitPaced(List<DraftApplication> drafts, Map<String, Long> answered) {
        var slot = System.nanoTime();
        for (var draft : drafts) {
            LockSupport.parkNanos(slot - System.nanoTime());
            draft.submit();
            answered.put(draft.id(), System.nanoTime());
            slot += PACE.toNanos();
        }
    }

    private Map<String, Long> takeAll(List<DraftApplication> drafts) {
        var awaited = new HashSet<>(drafts.stream().map(DraftApplication::id).toList());
        var taken = new HashMap<String, Long>();
        var deadline = System.nanoTime()
                + PACE.multipliedBy(drafts.size()).plus(AT_MOST).toNanos();
        while (!awaited.isEmpty()) {
            var task = take();
            var now = System.nanoTime();
            if (task.isPresent()) {
                var grant = task.get().json().path("grant").asText();
                if (awaited.remove(grant)) {
                    taken.put(grant, now);
                }
                complete(task.get());
            } else if (now > deadline) {
                throw new BenchmarkException("%d of %d tasks could not be taken within %d s of their submission."
                        .formatted(awaited.size(), drafts.size(), AT_MOST.toSeconds()));
            } else {
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
        return taken;
    }

    private Optional<ServiceReply> take() {
        var reply = secretary.post(ASSESSMENT, "/queue/next", Map.of("stages", List.of("COMPLETENESS")), 200, 204);
        return reply.status() == 204 ? Optional.empty() : Optional.of(reply);
    }

    private void complete(ServiceReply task) {
        var id = task.json().path("id").asText();
        secretary.post(ASSESSMENT, "/tasks/" + id + "/completeness", Map.of("complete", true), 200);
    }
}
