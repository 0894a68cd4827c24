package hk.itf.applications;

import hk.itf.model.event.Filing;
import hk.itf.model.id.GrantId;
import hk.itf.model.json.Json;
import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads the latest filing of an application, as assessment-service knows it from the event. */
@ApplicationScoped
@Unremovable
class FiledContent {

    private final EntityManager entities;

    FiledContent(EntityManager entities) {
        this.entities = entities;
    }

    /** Empty for a draft and for an unknown application. */
    static Optional<Filing> of(GrantId grant) {
        return Arc.container().instance(FiledContent.class).get().read(grant);
    }

    Optional<Filing> read(GrantId grant) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<?> found = entities.createNativeQuery("select filing from application where id = ?1")
                    .setParameter(1, grant.value())
                    .getResultList();
            return found.stream()
                    .filter(Objects::nonNull)
                    .map(json -> Json.read(json.toString(), Filing.class))
                    .findFirst();
        });
    }
}
