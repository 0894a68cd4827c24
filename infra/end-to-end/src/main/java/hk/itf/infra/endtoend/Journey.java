package hk.itf.infra.endtoend;

import hk.itf.infra.endtoend.story.Journal;
import hk.itf.infra.endtoend.story.Platform;
import hk.itf.infra.endtoend.story.Story;
import java.util.List;
import java.util.function.Consumer;

/** One way through the platform, from a person's wish to its end. */
record Journey(String name, Consumer<Story> way) {

    /** How it went. */
    record Outcome(String name, boolean ok, String failure, List<Journal.Step> steps) {}

    Outcome travel(Platform platform, Consumer<String> lines) {
        var journal = new Journal(lines);
        lines.accept("");
        lines.accept(name);
        try {
            way.accept(new Story(platform, journal));
            return new Outcome(name, true, "", journal.steps());
        } catch (RuntimeException e) {
            lines.accept("  FAILED: " + e.getMessage());
            return new Outcome(name, false, String.valueOf(e.getMessage()), journal.steps());
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
