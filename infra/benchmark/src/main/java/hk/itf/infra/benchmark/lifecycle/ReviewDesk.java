package hk.itf.infra.benchmark.lifecycle;

import hk.itf.infra.benchmark.load.WorkQueue;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The review of research posts and of their claims: staff take the tasks of all grants from the shared queue. */
final class ReviewDesk {

    private static final int SHEETS = 2;

    private final Map<Stage, StageQueue> queues = new EnumMap<>(Stage.class);
    private final Set<String> expected = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> sheets = new ConcurrentHashMap<>();
    private final Consumer<String> onDecided;
    private final Consumer<String> onVetted;

    /**
     * @param onDecided receives the id of a grant whose case was approved
     * @param onVetted receives the id of a grant whose claim was accepted
     */
    ReviewDesk(WorkQueue<Clerk> work, Consumer<String> onDecided, Consumer<String> onVetted) {
        this.onDecided = onDecided;
        this.onVetted = onVetted;
        for (var stage : Stage.values()) {
            queues.put(stage, new StageQueue(stage, work, grant -> completedTask(stage, grant)));
        }
    }

    void submitted(String grant) {
        expected.add(grant);
        queue(Stage.COMPLETENESS).expect();
    }

    void claimed(String grant) {
        expected.add(grant);
        queue(Stage.CLAIM_VETTING).expect();
    }

    private void completedTask(Stage stage, String grant) {
        if (!expected.contains(grant)) {
            queue(stage).expect(); // the task was left by another run, so that the expected one is still in the queue
            return;
        }
        switch (stage) {
            case COMPLETENESS -> queue(Stage.ELIGIBILITY).expect();
            case ELIGIBILITY -> {
                for (var i = 0; i < SHEETS; i++) {
                    queue(Stage.TECHNICAL_REVIEW).expect();
                }
            }
            case TECHNICAL_REVIEW -> {
                var counter = sheets.computeIfAbsent(grant, absent -> new AtomicInteger());
                if (counter.incrementAndGet() == SHEETS) {
                    sheets.remove(grant);
                    queue(Stage.DECISION).expect();
                }
            }
            case DECISION -> {
                expected.remove(grant);
                onDecided.accept(grant);
            }
            case CLAIM_VETTING -> {
                expected.remove(grant);
                onVetted.accept(grant);
            }
        }
    }

    private StageQueue queue(Stage stage) {
        return Objects.requireNonNull(queues.get(stage));
    }
}
