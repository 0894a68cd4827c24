package hk.itf.infra.eventing;

import hk.itf.model.DomainException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.QueryTimeoutException;
import java.sql.SQLException;
import java.util.Set;

/** Tells passing failures, which are retried, from lasting ones, for which an event is parked. */
public final class Failures {

    /** SQLSTATE classes of passing failures: connection, transaction rollback, resources, operator intervention. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57");

    private Failures() {}

    public static boolean passing(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case SQLException sql -> {
                    var state = sql.getSQLState();
                    // The pool reports a timeout without a state.
                    if (state == null
                            || state.equals("55P03")
                            || (state.length() == 5 && PASSING_CLASSES.contains(state.substring(0, 2)))) {
                        return true;
                    }
                }
                case OptimisticLockException stale -> {
                    return true;
                }
                case PessimisticLockException lock -> {
                    return true;
                }
                case LockTimeoutException timeout -> {
                    return true;
                }
                case QueryTimeoutException timeout -> {
                    return true;
                }
                case DomainException refusal
                when refusal.kind() == DomainException.Kind.STALE -> {
                    return true;
                }
                default -> {
                    // look at the cause
                }
            }
        }
        return false;
    }

    public static Throwable root(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
