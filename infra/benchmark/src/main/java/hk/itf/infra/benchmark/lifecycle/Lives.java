package hk.itf.infra.benchmark.lifecycle;

import hk.itf.infra.benchmark.BenchmarkException;
import hk.itf.infra.benchmark.load.Latencies;
import hk.itf.infra.benchmark.load.WorkQueue;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final ReviewDesk desk;
    private final Map<String, Life> underWay = new ConcurrentHashMap<>();
    private final Queue<Life> waiting;
    private final Latencies latencies = new Latencies();
    private final AtomicInteger completed = new AtomicInteger();
    private final int total;

    Lives(Steps steps, Collection<Life> registered) {
        this.steps = steps;
        waiting = new ConcurrentLinkedQueue<>(registered);
        total = registered.size();
        desk = new ReviewDesk(
                work,
                grant -> look(grant, (clerk, life) -> awaitOffer(clerk, life, Backoff.FIRST)),
                grant -> look(grant, (clerk, life) -> awaitDue(clerk, life, Backoff.FIRST)));
    }

    /**
     * Lives all grants and returns how long each took.
     *
     * @param inFlight number of grants that are on their way at the same time
     * @throws BenchmarkException if a request fails, or if an event does not arrive within a minute
     */
    Latencies run(List<Clerk> clerks, int inFlight) {
        for (var i = 0; i < Math.min(inFlight, total); i++) {
            work.add(this::begin);
        }
        work.work(clerks);
        return latencies;
    }

    private void begin(Clerk clerk) {
        var life = waiting.poll();
        if (life != null) {
            life.started(System.nanoTime());
            steps.draft(clerk.client(), life);
            underWay.put(life.id(), life);
            steps.submit(clerk.client(), life);
            desk.submitted(life.id());
        }
    }

    private interface Look {
        void at(Clerk clerk, Life life);
    }

    private void look(String grant, Look look) {
        var life = Objects.requireNonNull(underWay.get(grant));
        work.add(clerk -> look.at(clerk, life));
    }

    private void awaitOffer(Clerk clerk, Life life, Backoff backoff) {
        var reply = steps.read(clerk.client(), life);
        if (!reply.json().path("status").asText().equals("OFFERED")) {
            lookAgain(life, "an offer", backoff, next -> awaitOffer(next, life, backoff.next()));
            return;
        }
        steps.accept(clerk.client(), life, reply);
        steps.claim(clerk.client(), life);
        desk.claimed(life.id());
    }

    private void awaitDue(Clerk clerk, Life life, Backoff backoff) {
        var reply = steps.tranche(clerk, life);
        if (!reply.json().path("status").asText().equals("DUE")) {
            lookAgain(life, "the tranche to be due", backoff, next -> awaitDue(next, life, backoff.next()));
            return;
        }
        steps.prepare(clerk, life, reply);
        steps.readAndRelease(clerk, life);
        work.addLater(Backoff.FIRST.pause(), next -> awaitCompleted(next, life, Backoff.FIRST));
    }

    private void awaitCompleted(Clerk clerk, Life life, Backoff backoff) {
        if (!steps.isCompleted(clerk.client(), life)) {
            lookAgain(life, "the completed award", backoff, next -> awaitCompleted(next, life, backoff.next()));
            return;
        }
        underWay.remove(life.id());
        record(System.nanoTime() - life.startNanos());
        if (completed.incrementAndGet() == total) {
            work.end();
        } else {
            begin(clerk);
        }
    }

    private synchronized void record(long nanos) {
        latencies.record(nanos);
    }

    private void lookAgain(Life life, String what, Backoff backoff, WorkQueue.Work<Clerk> look) {
        if (System.nanoTime() - life.startNanos() > PATIENCE_NANOS) {
            throw new BenchmarkException("The grant %s waited more than a minute for %s.".formatted(life.id(), what));
        }
        work.addLater(backoff.pause(), look);
    }
}
