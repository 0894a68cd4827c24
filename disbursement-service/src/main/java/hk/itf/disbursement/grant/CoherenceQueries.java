package hk.itf.disbursement.grant;

import hk.itf.infra.http.CallerLanguage;
import hk.itf.infra.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Checks the laws of money against the rows of the database. */
@ApplicationScoped
class CoherenceQueries {

    private static final int MAX_NAMED_VIOLATIONS = 10;

    private final EntityManager entities;

    CoherenceQueries(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    CoherenceView check() {
        return CoherenceView.of(Arrays.stream(Law.values()).map(this::check).toList());
    }

    CoherenceView.Check check(Law law) {
        var breaking = entities.unwrap(Session.class)
                .createNativeQuery(law.violations(), Object.class)
                .setMaxResults(MAX_NAMED_VIOLATIONS)
                .getResultStream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return new CoherenceView.Check(
                Texts.loaded().label(law, CallerLanguage.current()), breaking.isEmpty(), breaking);
    }
}
