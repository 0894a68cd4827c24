package hk.itf.infra.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.endtoend.Journey.Result;
import hk.itf.infra.endtoend.story.Platform;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Journeys one after the other, in a thread of their own, until they are stopped. */
final class Load {

    private static final List<Journey> JOURNEYS = List.of(
            new Journey("a training grant with an advance, of the load", TrainingGrants::oneAdvance),
            new Journey("a doctoral post, of the load", ResearchPosts::doctoralPost));

    private final Platform platform;
    private final List<Result> results = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread;
    private volatile boolean stopping;

    private Load(Platform platform) {
        this.platform = platform;
        thread = Thread.ofPlatform().name("load").start(this::run);
    }

    static Load start(Platform platform) {
        return new Load(platform);
    }

    private void run() {
        for (var i = 0; !stopping; i++) {
            results.add(JOURNEYS.get(i % JOURNEYS.size()).run(platform, System.out::println));
        }
    }

    /** Lets the current journey reach its end, and requires that no journey failed. Returns the number of journeys. */
    int stop() throws InterruptedException {
        stopping = true;
        thread.join();
        assertThat(results).isNotEmpty().extracting(Result::failure).containsOnly("");
        return results.size();
    }
}
