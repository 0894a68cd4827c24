package hk.itf.disbursement;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

/** Executes SQL against the service's database in transactions that roll back, except {@link #commit}. */
@ApplicationScoped
public class RolledBackStatements {

    private final AgroalDataSource database;

    RolledBackStatements(AgroalDataSource database) {
        this.database = database;
    }

    /** Executes the statements, reads with the supplier in the same transaction, and rolls back. */
    public <T> T after(List<String> statements, Supplier<T> seen) {
        QuarkusTransaction.begin();
        try {
            execute(statements);
            return seen.get();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** Executes and commits a statement, for rows that only a fault can produce. */
    public void commit(String statement) {
        QuarkusTransaction.requiringNew().run(() -> {
            try {
                execute(List.of(statement));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** The error message with which the database refuses a statement; empty when the statement is accepted. */
    public String refusalOf(String statement) {
        QuarkusTransaction.begin();
        try {
            execute(List.of(statement));
            return "";
        } catch (SQLException refused) {
            return String.valueOf(refused.getMessage());
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private void execute(List<String> statements) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
