package hk.itf.infra.sql;

import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows that a transaction adds one by one and writes together, just before it commits. One round trip then serves all rows of
 * one kind, and locks that the statement takes are held only for the commit. A rollback discards the rows.
 *
 * @param <R> one row, with everything that the statement needs
 */
public final class RowsBeforeCommit<R> {

    /** Writes the rows of one transaction in the order in which they were added. */
    @FunctionalInterface
    public interface Writer<R> {
        void write(List<R> rows) throws SQLException;
    }

    private final TransactionSynchronizationRegistry transaction;
    private final Writer<R> writer;
    private final Runnable afterwards;

    public RowsBeforeCommit(TransactionSynchronizationRegistry transaction, Writer<R> writer) {
        this(transaction, writer, () -> {});
    }

    /** @param afterwards runs after each transaction that has added rows, committed or not */
    public RowsBeforeCommit(TransactionSynchronizationRegistry transaction, Writer<R> writer, Runnable afterwards) {
        this.transaction = transaction;
        this.writer = writer;
        this.afterwards = afterwards;
    }

    /** @throws IllegalStateException outside a transaction */
    public void add(R row) {
        rows().add(row);
    }

    /** Writes what the transaction has added so far, for code of the same transaction that reads the rows. */
    public void writeNow() {
        write(rows());
    }

    @SuppressWarnings("unchecked") // only this class puts a resource under this key
    private List<R> rows() {
        var known = (List<R>) transaction.getResource(this);
        if (known != null) {
            return known;
        }
        var rows = new ArrayList<R>();
        transaction.putResource(this, rows);
        transaction.registerInterposedSynchronization(new WriteBeforeCommit(rows));
        return rows;
    }

    private void write(List<R> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var written = List.copyOf(rows);
        rows.clear();
        try {
            writer.write(written);
        } catch (SQLException e) {
            throw new RowsNotWrittenException(e);
        }
    }

    /** The database refused the rows. The transaction rolls back. */
    public static final class RowsNotWrittenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RowsNotWrittenException(SQLException cause) {
            super("the rows of the transaction could not be written: " + cause.getMessage(), cause);
        }
    }

    private final class WriteBeforeCommit implements Synchronization {

        private final List<R> rows;

        private WriteBeforeCommit(List<R> rows) {
            this.rows = rows;
        }

        @Override
        public void beforeCompletion() {
            write(rows);
        }

        @Override
        public void afterCompletion(int status) {
            afterwards.run();
        }
    }
}
