package hk.itf.infra.http.idempotency;

import hk.itf.model.DomainException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
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

    private static final String HOLD = """
            select pg_try_advisory_xact_lock(hashtextextended(?, 78)), k.request_hash, k.status, k.body, k.etag, k.location
            from (values (cast(? as uuid), ?)) as wanted (person, key)
            left join idempotency_key k using (person, key)
            """;

    private static final String STORE = """
            insert into idempotency_key (person, key, request_hash, status, body, etag, location)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    private final AgroalDataSource database;

    IdempotencyKeys(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Takes the lock of the key until the transaction ends, and reads the stored response.
     *
     * @throws DomainException {@code request-in-progress} while another request holds the lock
     */
    @Transactional(TxType.MANDATORY)
    Optional<Stored> hold(UUID person, String key) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(HOLD)) {
            statement.setString(1, person + " " + key);
            statement.setObject(2, person);
            statement.setString(3, key);
            try (var row = statement.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw inProgress();
                }
                return row.getString(2) == null
                        ? Optional.empty()
                        : Optional.of(new Stored(
                                row.getString(2), row.getInt(3), row.getString(4), row.getString(5), row.getString(6)));
            }
        }
    }

    /**
     * Stores the response of the request that holds the key.
     *
     * @throws DomainException {@code request-in-progress} when another request has stored its response while this one took
     *     the lock
     */
    @Transactional(TxType.MANDATORY)
    void store(UUID person, String key, Stored response) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(STORE)) {
            statement.setObject(1, person);
            statement.setString(2, key);
            statement.setString(3, response.requestHash());
            statement.setInt(4, response.status());
            statement.setString(5, response.body());
            statement.setString(6, response.etag());
            statement.setString(7, response.location());
            if (statement.executeUpdate() == 0) {
                throw inProgress();
            }
        }
    }

    private static DomainException inProgress() {
        return DomainException.conflict("request-in-progress");
    }
}
