package hk.itf.disbursement;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

/** The service's own database behind its back, in transactions that never commit, but for one kind. */
@ApplicationScoped
public class RolledBackStatements {

    private final AgroalDataSource database;

    RolledBackStatements(AgroalDataSource database) {
        this.database = database;
    }

    /** What is seen once these statements have been executed; afterwards they never were. */
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

    /** What only a fault brings about. */
    public void commit(String statement) {
        QuarkusTransaction.requiringNew().run(() -> {
            try {
                execute(List.of(statement));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** How the database refuses a statement; empty when it does not. */
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
