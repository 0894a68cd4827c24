package hk.itf.infra.http.idempotency;

import hk.itf.infra.sql.ScalarQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The stored responses, in the table {@code idempotency_key}. */
@ApplicationScoped
class IdempotencyKeys {

    record Stored(
            String requestHash,
            int status,
            String body,
            @Nullable String etag,
            @Nullable String location) {}

    private final Session entities;

    IdempotencyKeys(Session entities) {
        this.entities = entities;
    }

    /** Takes the lock of the key until the transaction ends; false while another request holds the lock. */
    @Transactional(TxType.MANDATORY)
    boolean lock(UUID person, String key) {
        return ScalarQuery.of(entities, "select pg_try_advisory_xact_lock(hashtextextended(:key, 78))", Boolean.class)
                .setParameter("key", person + " " + key)
                .getSingleResult();
    }

    @Transactional(TxType.MANDATORY)
    Optional<Stored> find(UUID person, String key) {
        return entities.createNativeQuery(
                        "select request_hash, status, body, etag, location from idempotency_key where person = :person and key = :key",
                        Object[].class)
                .setParameter("person", person)
                .setParameter("key", key)
                .getResultStream()
                .map(row -> new Stored(
                        (String) row[0], ((Number) row[1]).intValue(), (String) row[2], (String) row[3], (String)
                                row[4]))
                .findFirst();
    }

    @Transactional(TxType.MANDATORY)
    void store(UUID person, String key, Stored response) {
        entities.createNativeMutationQuery("""
                        insert into idempotency_key (person, key, request_hash, status, body, etag, location)
                        values (:person, :key, :hash, :status, :body, nullif(:etag, ''), nullif(:location, ''))
                        """)
                .setParameter("person", person)
                .setParameter("key", key)
                .setParameter("hash", response.requestHash())
                .setParameter("status", response.status())
                .setParameter("body", response.body())
                .setParameter("etag", response.etag() == null ? "" : response.etag())
                .setParameter("location", response.location() == null ? "" : response.location())
                .executeUpdate();
    }
}
