package hk.itf.infra.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The table of stored answers. */
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

    /** False while another request holds the key. */
    @Transactional(TxType.MANDATORY)
    boolean hold(UUID person, String key) {
        return entities.createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(:key, 78))", Boolean.class)
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
    void store(UUID person, String key, Stored answer) {
        entities.createNativeMutationQuery("""
                        insert into idempotency_key (person, key, request_hash, status, body, etag, location)
                        values (:person, :key, :hash, :status, :body, nullif(:etag, ''), nullif(:location, ''))
                        """)
                .setParameter("person", person)
                .setParameter("key", key)
                .setParameter("hash", answer.requestHash())
                .setParameter("status", answer.status())
                .setParameter("body", answer.body())
                .setParameter("etag", answer.etag() == null ? "" : answer.etag())
                .setParameter("location", answer.location() == null ? "" : answer.location())
                .executeUpdate();
    }
}
