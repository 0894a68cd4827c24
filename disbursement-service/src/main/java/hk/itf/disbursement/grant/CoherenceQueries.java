package hk.itf.disbursement.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Proves the laws of money from the rows themselves. */
@ApplicationScoped
class CoherenceQueries {

    private static final int MOST_NAMED = 10;

    private final EntityManager entities;

    CoherenceQueries(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    CoherenceView prove() {
        return CoherenceView.of(Arrays.stream(Law.values()).map(this::check).toList());
    }

    private CoherenceView.Check check(Law law) {
        var breaking = entities.unwrap(Session.class)
                .createNativeQuery(law.violations(), Object.class)
                .setMaxResults(MOST_NAMED)
                .getResultStream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return new CoherenceView.Check(law.sentence(), breaking.isEmpty(), breaking);
    }
}
