package hk.itf.infra.benchmark.lifecycle;

import static hk.itf.infra.local.Service.DISBURSEMENT;

import hk.itf.infra.benchmark.BenchmarkException;
import hk.itf.infra.benchmark.load.HttpReply;
import hk.itf.infra.benchmark.load.WorkQueue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * Grants that pass the stages of their lives together, so that each stage can be measured alone. Call the methods in their
 * order; each returns pieces of work a second.
 */
public final class Cohort {

    private static final Duration AT_MOST = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int LARGEST_RUN = 100;

    private final Lifecycles lifecycles;
    private final Steps steps;
    private final List<Life> lives;

    private Cohort(Lifecycles lifecycles, List<Life> lives) {
        this.lifecycles = lifecycles;
        this.lives = lives;
        steps = new Steps(lifecycles.platform());
    }

    /** Registers the organisations and submits the applications. */
    public static Cohort submit(Lifecycles lifecycles, int count) {
        var lives = List.copyOf(lifecycles.register(count));
        lifecycles.pass(count);
        var cohort = new Cohort(lifecycles, lives);
        lifecycles.each(lives, (clerk, life) -> {
            cohort.steps.draft(clerk.client(), life);
            cohort.steps.submit(clerk.client(), life);
        });
        return cohort;
    }

    /** Vets all cases: five tasks each, taken from the queue and completed. */
    public double vet() {
        return atDesk(ReviewDesk::submitted);
    }

    /** Accepts all offers and submits a claim for each grant. Waits for the offers before. */
    public double claim() {
        var offers = new ConcurrentHashMap<Life, HttpReply>();
        awaitAll("an offer", (clerk, life) -> {
            var reply = steps.read(clerk.client(), life);
            offers.put(life, reply);
            return reply.json().path("status").asText().equals("OFFERED");
        });
        return lives.size()
                * 1e9
                / lifecycles.each(lives, (clerk, life) -> {
                    steps.accept(clerk.client(), life, Objects.requireNonNull(offers.get(life)));
                    steps.claim(clerk.client(), life);
                });
    }

    /** Vets all claims. */
    public double vetClaims() {
        return atDesk(ReviewDesk::claimed);
    }

    /** Releases the tranches of half of the grants one by one. They are prepared before. */
    public double releaseSingly() {
        awaitAll(
                "a due tranche",
                (clerk, life) -> steps.tranche(clerk, life)
                        .json()
                        .path("status")
                        .asText()
                        .equals("DUE"));
        var etags = new ConcurrentHashMap<Life, String>();
        lifecycles.each(firstHalf(), (clerk, life) -> {
            var etag = steps.prepare(clerk, life, steps.tranche(clerk, life));
            etags.put(life, etag == null ? "" : etag);
        });
        return firstHalf().size()
                * 1e9
                / lifecycles.each(
                        firstHalf(),
                        (clerk, life) -> steps.release(clerk.client(), clerk.releaser(), life, etags.get(life)));
    }

    /** Opens, prepares and releases payment runs until no tranche is due. Returns tranches a second. */
    public double payInRuns() {
        var clerk = lifecycles.clerks().getFirst();
        var client = clerk.client();
        var released = 0;
        var start = System.nanoTime();
        while (released < lives.size() - firstHalf().size()) {
            var opened = client.post(clerk.preparer(), DISBURSEMENT, "/payment-runs?upTo=" + LARGEST_RUN, Map.of())
                    .require(201, "The opening of a payment run")
                    .json();
            var path = "/payment-runs/" + opened.path("id").asText();
            var prepared = client.put(clerk.preparer(), DISBURSEMENT, path + "/preparation", Map.of())
                    .require(200, "The preparation of a payment run")
                    .json();
            var done = client.put(
                            clerk.releaser(),
                            DISBURSEMENT,
                            path + "/release",
                            Map.of("expectedTotal", prepared.path("total")))
                    .require(200, "The release of a payment run")
                    .json();
            var lines = done.path("lines")
                    .valueStream()
                    .filter(line -> line.path("status").asText().equals("RELEASED"))
                    .count();
            if (lines == 0) {
                throw new BenchmarkException("A payment run released nothing: " + done);
            }
            released += (int) lines;
        }
        return released * 1e9 / (System.nanoTime() - start);
    }

    /** Waits until the bank has booked all payments and every grant is completed. */
    public void awaitCompleted() {
        awaitAll("a completed grant", (clerk, life) -> steps.isCompleted(clerk.client(), life));
    }

    private List<Life> firstHalf() {
        return lives.subList(0, lives.size() / 2);
    }

    private double atDesk(BiConsumer<ReviewDesk, String> begin) {
        var left = new AtomicInteger(lives.size());
        var work = new WorkQueue<Clerk>();
        Consumer<String> onDone = grant -> {
            if (left.decrementAndGet() == 0) {
                work.end();
            }
        };
        var desk = new ReviewDesk(work, onDone, onDone);
        lives.forEach(life -> begin.accept(desk, life.id()));
        var start = System.nanoTime();
        work.work(lifecycles.clerks());
        return lives.size() * 1e9 / (System.nanoTime() - start);
    }

    private void awaitAll(String what, BiPredicate<Clerk, Life> arrived) {
        var end = System.nanoTime() + AT_MOST.toNanos();
        lifecycles.each(lives, (clerk, life) -> {
            while (!arrived.test(clerk, life)) {
                if (System.nanoTime() > end) {
                    throw new BenchmarkException(
                            "The grant %s waited more than two minutes for %s.".formatted(life.id(), what));
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        });
    }
}
