package hk.itf.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.disbursement.commitment.CommitAward;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.money.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Parallel approvals for an envelope with money for one award. Threads stand for replicas. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class EnvelopeRaceTest {

    @Inject
    Clock clock;

    @Inject
    CommitAward commitAward;

    @AfterEach
    void theBooksAreCoherent() {
        Finance.requireCoherence();
    }

    @Test
    void commitsOneOfParallelApprovals() throws Exception {
        var scheme = GrantStory.aScheme();
        var stories = IntStream.range(0, 4)
                .mapToObj(i -> GrantStory.inScheme(scheme, clock, Money.hkd(60)))
                .toList();
        stories.getFirst().envelopeWith(Money.hkd(100));
        stories.forEach(story -> Events.ofService().file(story.approval()));
        var start = new CyclicBarrier(stories.size());
        try (var pool = Executors.newFixedThreadPool(stories.size())) {
            var work = stories.stream()
                    .<Callable<Object>>map(story -> () -> {
                        start.await();
                        return commitAward.handle(story.approval());
                    })
                    .toList();
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
        }
        var statuses = stories.stream()
                .map(story -> Finance.read("/awards/" + story.grant).getString("status"))
                .sorted()
                .toList();
        assertThat(statuses).isEqualTo(List.of("COMMITTED", "WAITING", "WAITING", "WAITING"));
    }
}
