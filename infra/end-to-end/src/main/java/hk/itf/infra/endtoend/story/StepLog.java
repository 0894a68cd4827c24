package hk.itf.infra.endtoend.story;

import hk.itf.model.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The steps of one journey, each printed at the moment it is added. */
public final class StepLog {

    /**
     * One step of a journey.
     *
     * @param actor name and role of the person who acts
     * @param amount in HKD, as the product calculated it; null if the step has no amount
     */
    public record Step(
            String actor,
            String action,
            String result,
            @Nullable String amount) {}

    private final List<Step> steps = new ArrayList<>();
    private final Consumer<String> lines;

    /** @param lines takes every line that is printed */
    public StepLog(Consumer<String> lines) {
        this.lines = lines;
    }

    public void add(Person actor, String action, String result) {
        add(new Step(actor.name() + " (" + actor.role() + ")", action, result, null));
    }

    public void add(Person actor, String action, String result, Money amount) {
        add(new Step(actor.name() + " (" + actor.role() + ")", action, result, amount.amount()));
    }

    private void add(Step step) {
        steps.add(step);
        lines.accept("  %-36s %-46s %s%s"
                .formatted(
                        step.actor(),
                        step.action(),
                        step.result(),
                        step.amount() == null ? "" : "  " + Money.of(step.amount(), Money.HKD)));
    }

    public List<Step> all() {
        return List.copyOf(steps);
    }
}
