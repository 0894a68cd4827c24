package hk.itf.applications.grant;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.sql.ScalarQuery;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Checks the mark by which the sweeps of deadlines find reports. */
@ApplicationScoped
public class WatchedReports {

    private final EntityManager entities;

    WatchedReports(EntityManager entities) {
        this.entities = entities;
    }

    /** Each awaited claim has the mark that its grant, its tranche and its claims give it. */
    public void requireConsistent() {
        var wrong = QuarkusTransaction.requiringNew()
                .call(() -> ScalarQuery.of(
                                entities,
                                "select w.tranche_id || ' ' || w.kind from awaited_claim w where w.watched <> is_watched(w)",
                                String.class)
                        .getResultList());
        assertThat(wrong).as("awaited claims with a wrong mark").isEmpty();
    }
}
