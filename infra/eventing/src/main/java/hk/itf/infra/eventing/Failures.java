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

    private static final int LONGEST_REASON = 500;

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

    /** The cause of the failure in one line of at most 500 characters that PostgreSQL can store. */
    public static String reason(Throwable failure) {
        var root = root(failure);
        var message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return storable(root.getClass().getSimpleName() + ": " + message);
    }

    /** A text that PostgreSQL can store, of at most 500 characters. U+0000 and lone surrogates become U+FFFD. */
    public static String storable(String text) {
        var shortened = text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON);
        return shortened
                .codePoints()
                .map(each -> each == 0 || Character.getType(each) == Character.SURROGATE ? 0xFFFD : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    public static Throwable root(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
