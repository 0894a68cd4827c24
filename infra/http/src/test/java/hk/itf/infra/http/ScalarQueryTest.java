package hk.itf.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.sql.ScalarQuery;
import hk.itf.infra.testkit.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = {@ResourceArg(name = "service", value = "sample"), @ResourceArg(name = "broker", value = "none")})
class ScalarQueryTest {

    private static final String NUMBER = "select cast(:n as bigint)";

    @Inject
    EntityManager entities;

    @Inject
    SessionFactory factory;

    @Test
    void givesValuesOfEachType() {
        assertThat(value("select cast(7 as bigint)", Long.class)).isEqualTo(7L);
        assertThat(value("select 7", Integer.class)).isEqualTo(7);
        assertThat(value("select cast('seven' as text)", String.class)).isEqualTo("seven");
        assertThat(value("select 1 = 1", Boolean.class)).isTrue();
        assertThat(value("select cast('00000000-0000-0000-0000-000000000007' as uuid)", UUID.class))
                .isEqualTo(new UUID(0, 7));
        assertThat(value("select timestamptz '2026-12-01 04:00:00+00'", Instant.class))
                .isEqualTo(Instant.parse("2026-12-01T04:00:00Z"));
    }

    @Test
    void findsPlanOfRepeatedQueryInCache() {
        Supplier<Long> query = () -> ScalarQuery.of(entities, NUMBER, Long.class)
                .setParameter("n", 7L)
                .getSingleResult();
        assertThat(plansMissedBy(query)).isZero();
    }

    /** The reason for {@link ScalarQuery}. When this test fails, Hibernate finds the plan, and the class can go. */
    @Test
    void missesPlanOfRepeatedQueryWithScalarResultType() {
        Supplier<Long> query = () -> entities.unwrap(Session.class)
                .createNativeQuery(NUMBER, Long.class)
                .setParameter("n", 7L)
                .getSingleResult();
        assertThat(plansMissedBy(query)).isEqualTo(3);
    }

    private <T> T value(String sql, Class<T> type) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ScalarQuery.of(entities, sql, type).getSingleResult());
    }

    /** The plans that three runs of the query did not find in the cache, after a first run. */
    private long plansMissedBy(Supplier<?> query) {
        var statistics = factory.getStatistics();
        QuarkusTransaction.requiringNew().run(query::get);
        statistics.setStatisticsEnabled(true);
        try {
            statistics.clear();
            for (var round = 0; round < 3; round++) {
                QuarkusTransaction.requiringNew().run(query::get);
            }
            return statistics.getQueryPlanCacheMissCount();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }
}
