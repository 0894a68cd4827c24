package hk.itf.infra.benchmark.lifecycle;

import hk.itf.infra.benchmark.BenchmarkException;
import hk.itf.infra.benchmark.load.WorkQueue;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes grants from the draft to the completed award. A fixed number of grants is on its way at any time; when one is
 * completed, the next is drafted.
 */
final class Lives {

    private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();

    private final Steps steps;
    private final WorkQueue<Clerk> work = new WorkQueue<>();
    private final Map<Stage, StageQueue> queues = new EnumMap<>(Stage.class);
    private final Map<String, Life> underWay = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> sheets = new ConcurrentHashMap<>();
    private final Queue<Life> waiting;
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final AtomicInteger completed = new AtomicInteger();
    private final int total;

    Lives(Steps steps, Collection<Life> registered) {
        this.steps = steps;
        waiting = new ConcurrentLinkedQueue<>(registered);
        total = registered.size();
        for (var stage : Stage.values()) {
            queues.put(stage, new StageQueue(stage, work, grant -> completedTask(stage, grant)));
        }
    }

    /**
     * Lives all grants and returns how long each took, in nanoseconds.
     *
     * @param inFlight number of grants that are on their way at the same time
     * @throws BenchmarkException if a request fails, or if an event does not arrive within a minute
     */
    List<Long> run(List<Clerk> clerks, int inFlight) {
        for (var i = 0; i < Math.min(inFlight, total); i++) {
            work.add(this::begin);
        }
        work.work(clerks);
        return List.copyOf(nanos);
    }

    private void begin(Clerk clerk) {
        var life = waiting.poll();
        if (life != null) {
            life.started(System.nanoTime());
            steps.apply(clerk.client(), life);
            underWay.put(life.id(), life);
            queue(Stage.COMPLETENESS).expect();
        }
    }

    private void completedTask(Stage stage, String grant) {
        var life = underWay.get(grant);
        if (life == null) {
            queue(stage).expect(); // the task was left by another run, so that the expected one is still in the queue
            return;
        }
        switch (stage) {
            case COMPLETENESS -> queue(Stage.ELIGIBILITY).expect();
            case ELIGIBILITY -> {
                queue(Stage.TECHNICAL_REVIEW).expect();
                queue(Stage.TECHNICAL_REVIEW).expect();
            }
            case TECHNICAL_REVIEW -> {
                if (sheets.computeIfAbsent(grant, absent -> new AtomicInteger()).incrementAndGet() == 2) {
                    queue(Stage.DECISION).expect();
                }
            }
            case DECISION -> work.add(clerk -> awaitOffer(clerk, life, Backoff.FIRST));
            case CLAIM_VETTING -> work.add(clerk -> awaitDue(clerk, life, Backoff.FIRST));
        }
    }

    private void awaitOffer(Clerk clerk, Life life, Backoff backoff) {
        var reply = steps.read(clerk.client(), life);
        if (!reply.json().path("status").asText().equals("OFFERED")) {
            lookAgain(life, "an offer", backoff, next -> awaitOffer(next, life, backoff.next()));
            return;
        }
        var accepted = steps.accept(clerk.client(), life, reply);
        steps.claim(clerk.client(), life, accepted);
        queue(Stage.CLAIM_VETTING).expect();
    }

    private void awaitDue(Clerk clerk, Life life, Backoff backoff) {
        var reply = steps.tranche(clerk, life);
        if (!reply.json().path("status").asText().equals("DUE")) {
            lookAgain(life, "the tranche to be due", backoff, next -> awaitDue(next, life, backoff.next()));
            return;
        }
        steps.pay(clerk, life, reply);
        work.addLater(Backoff.FIRST.pause(), next -> awaitCompleted(next, life, Backoff.FIRST));
    }

    private void awaitCompleted(Clerk clerk, Life life, Backoff backoff) {
        var application = steps.read(clerk.client(), life).json();
        if (!application.path("status").asText().equals("COMPLETED")
                || !application.at("/tranches/0/status").asText().equals("PAID")) {
            lookAgain(life, "the completed award", backoff, next -> awaitCompleted(next, life, backoff.next()));
            return;
        }
        underWay.remove(life.id());
        sheets.remove(life.id());
        nanos.add(System.nanoTime() - life.startNanos());
        if (completed.incrementAndGet() == total) {
            work.end();
        } else {
            begin(clerk);
        }
    }

    private void lookAgain(Life life, String what, Backoff backoff, WorkQueue.Work<Clerk> look) {
        if (System.nanoTime() - life.startNanos() > PATIENCE_NANOS) {
            throw new BenchmarkException("The grant %s waited more than a minute for %s.".formatted(life.id(), what));
        }
        work.addLater(backoff.pause(), look);
    }

    private StageQueue queue(Stage stage) {
        var queue = queues.get(stage);
        if (queue == null) {
            throw new IllegalStateException("every stage has a queue");
        }
        return queue;
    }
}
