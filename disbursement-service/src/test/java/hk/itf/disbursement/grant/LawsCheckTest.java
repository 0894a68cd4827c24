package hk.itf.disbursement.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hk.itf.infra.testkit.StackResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class LawsCheckTest {

    @Inject
    MeterRegistry metrics;

    @Inject
    EntityManager entities;

    @Test
    void checksLawsAfterStart() {
        await().until(() -> brokenIn(metrics) == 0);
    }

    @Test
    void countsBrokenLawsUntilTheyHold() {
        var laws = new FixedLaws(entities);
        var registry = new SimpleMeterRegistry();
        var check = new LawsCheck(laws, registry);
        assertThat(brokenIn(registry)).isEqualTo(-1);

        laws.holds = false;
        assertThat(check.check()).isEqualTo(1);
        assertThat(brokenIn(registry)).isEqualTo(1);
        laws.holds = true;
        check.nightly();
        assertThat(brokenIn(registry)).isZero();
        laws.fails = true;
        check.nightly();
        assertThat(brokenIn(registry))
                .as("broken laws after a check that failed")
                .isEqualTo(-1);
    }

    private static double brokenIn(MeterRegistry registry) {
        return registry.get("itf.laws.broken").gauge().value();
    }

    /** One law that holds, and one that the test breaks. */
    private static final class FixedLaws extends CoherenceQueries {

        private boolean holds = true;
        private boolean fails;

        private FixedLaws(EntityManager entities) {
            super(entities);
        }

        @Override
        CoherenceView check() {
            if (fails) {
                throw new IllegalStateException("the database is away");
            }
            return CoherenceView.of(List.of(
                    new CoherenceView.Check("One law.", true, ""),
                    new CoherenceView.Check("Another law.", holds, holds ? "" : "a row")));
        }
    }
}
