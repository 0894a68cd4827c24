package hk.itf.infra.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.infra.sql.RowsBeforeCommit.RowsNotWrittenException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows are written once, in order, before the commit; a rollback writes none. */
class RowsBeforeCommitTest {

    private final Transaction transaction = new Transaction();
    private final List<List<String>> written = new ArrayList<>();
    private final List<String> finished = new ArrayList<>();
    private final RowsBeforeCommit<String> rows =
            new RowsBeforeCommit<>(transaction, written::add, () -> finished.add("transaction"));

    @Test
    void writesRowsOfTransactionTogether() {
        rows.add("first");
        rows.add("second");
        assertThat(written).isEmpty();
        transaction.commit();
        assertThat(written).containsExactly(List.of("first", "second"));
        assertThat(finished).containsExactly("transaction");
    }

    @Test
    void writesNothingOnRollback() {
        rows.add("first");
        transaction.rollback();
        assertThat(written).isEmpty();
        assertThat(finished).containsExactly("transaction");
    }

    @Test
    void keepsTransactionsApart() {
        rows.add("of the first");
        transaction.rollback();
        rows.add("of the second");
        transaction.commit();
        assertThat(written).containsExactly(List.of("of the second"));
    }

    @Test
    void writesRowsOnceForReaderInTransaction() {
        rows.add("first");
        rows.writeNow();
        assertThat(written).containsExactly(List.of("first"));
        rows.add("second");
        transaction.commit();
        assertThat(written).containsExactly(List.of("first"), List.of("second"));
    }

    @Test
    void failsCommitWhenDatabaseRefusesRows() {
        var refused = new RowsBeforeCommit<String>(transaction, row -> {
            throw new SQLException("too long");
        });
        refused.add("row");
        assertThatThrownBy(transaction::commit)
                .isInstanceOf(RowsNotWrittenException.class)
                .hasMessageContaining("too long")
                .hasRootCauseInstanceOf(SQLException.class);
    }

    /** One transaction after another, as the transaction manager runs them. */
    private static final class Transaction implements TransactionSynchronizationRegistry {

        private final Map<Object, Object> resources = new HashMap<>();
        private final List<Synchronization> synchronizations = new ArrayList<>();

        void commit() {
            synchronizations.forEach(Synchronization::beforeCompletion);
            end(Status.STATUS_COMMITTED);
        }

        void rollback() {
            end(Status.STATUS_ROLLEDBACK);
        }

        private void end(int status) {
            synchronizations.forEach(each -> each.afterCompletion(status));
            synchronizations.clear();
            resources.clear();
        }

        @Override
        public Object getTransactionKey() {
            return this;
        }

        @Override
        public void putResource(Object key, Object value) {
            resources.put(key, value);
        }

        @Override
        public @Nullable Object getResource(Object key) {
            return resources.get(key);
        }

        @Override
        public void registerInterposedSynchronization(Synchronization synchronization) {
            synchronizations.add(synchronization);
        }

        @Override
        public int getTransactionStatus() {
            return Status.STATUS_ACTIVE;
        }

        @Override
        public void setRollbackOnly() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean getRollbackOnly() {
            return false;
        }
    }
}
