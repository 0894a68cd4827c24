package hk.itf.infra.endtoend.story;

import hk.itf.model.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What happened on a journey, step by step, printed as it happens. */
public final class Journal {

    /** One step: who did what, what came of it, and the amount the product worked out, if any. */
    public record Step(
            String actor,
            String action,
            String result,
            @Nullable String amount) {}

    private final List<Step> steps = new ArrayList<>();
    private final Consumer<String> lines;

    public Journal(Consumer<String> lines) {
        this.lines = lines;
    }

    public void step(Person actor, String action, String result) {
        add(new Step(actor.name() + " (" + actor.role() + ")", action, result, null));
    }

    public void step(Person actor, String action, String result, Money amount) {
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

    public List<Step> steps() {
        return List.copyOf(steps);
    }
}
