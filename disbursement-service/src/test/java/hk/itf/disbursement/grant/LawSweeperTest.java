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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class LawSweeperTest {

    @Inject
    MeterRegistry metrics;

    @Inject
    EntityManager entities;

    @Test
    void checksLawsAfterStart() {
        await().until(() -> value(metrics, "itf.laws.unchecked") == 0);
        assertThat(value(metrics, "itf.laws.broken")).isZero();
    }

    @Test
    void countsBrokenLawsAlsoWhenAnotherCannotBeChecked() {
        var laws = new SomeLaws(entities);
        var registry = new SimpleMeterRegistry();
        var check = new LawSweeper(laws, entities, registry);
        assertThat(value(registry, "itf.laws.unchecked")).isEqualTo(Law.values().length);

        laws.broken = Law.ONE_LIVE_ATTEMPT;
        laws.failing = Law.BOOKS_SUM_TO_ZERO;
        check.nightly();
        assertThat(value(registry, "itf.laws.broken")).isEqualTo(1);
        assertThat(value(registry, "itf.laws.unchecked")).isEqualTo(1);

        laws.broken = null;
        laws.failing = null;
        check.nightly();
        assertThat(value(registry, "itf.laws.broken")).isZero();
        assertThat(value(registry, "itf.laws.unchecked")).isZero();
    }

    @Test
    void givesLawMoreTimeThanRequestHas() {
        var laws = new SomeLaws(entities);
        new LawSweeper(laws, entities, new SimpleMeterRegistry()).nightly();
        assertThat(laws.timeout).isEqualTo("15min");
    }

    private static double value(MeterRegistry registry, String gauge) {
        return registry.get(gauge).gauge().value();
    }

    /** A test chooses one law that is broken, and one whose check fails. */
    private static final class SomeLaws extends CoherenceQueries {

        private final EntityManager entities;
        private @Nullable Law broken;
        private @Nullable Law failing;
        private String timeout = "";

        private SomeLaws(EntityManager entities) {
            super(entities);
            this.entities = entities;
        }

        @Override
        CoherenceView.Check check(Law law) {
            if (law == failing) {
                throw new IllegalStateException("the database is away");
            }
            timeout = String.valueOf(entities.createNativeQuery("select current_setting('statement_timeout')")
                    .getSingleResult());
            return new CoherenceView.Check(law.name(), law != broken, law == broken ? "a row" : "");
        }
    }
}
