package hk.itf.infra.endtoend;

import hk.itf.infra.endtoend.story.Platform;
import hk.itf.infra.endtoend.story.StepLog;
import hk.itf.infra.endtoend.story.Story;
import java.util.List;
import java.util.function.Consumer;

/**
 * One run through the platform with people, acts and required answers.
 *
 * @param script the acts and checks, in order
 */
record Journey(String name, Consumer<Story> script) {

    /** @param failure empty if the journey reached its end */
    record Result(String name, boolean ok, String failure, List<StepLog.Step> steps) {}

    /** @param lines takes every line that is printed */
    Result run(Platform platform, Consumer<String> lines) {
        var steps = new StepLog(lines);
        lines.accept("");
        lines.accept(name);
        try {
            script.accept(new Story(platform, steps));
            return new Result(name, true, "", steps.all());
        } catch (RuntimeException e) {
            lines.accept("  FAILED: " + e.getMessage());
            return new Result(name, false, String.valueOf(e.getMessage()), steps.all());
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
