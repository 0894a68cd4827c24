package hk.itf.infra.benchmark.floor;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row that a service inserted, updated or deleted.
 *
 * @param after values by column, as PostgreSQL writes them; empty after a deletion
 * @param before values by column; empty before an insertion
 */
record RowChange(Kind kind, String table, Map<String, @Nullable String> after, Map<String, @Nullable String> before) {

    enum Kind {
        INSERT,
        UPDATE,
        DELETE
    }

    /** The values that name the row: those it has now, or had before a deletion. */
    Map<String, @Nullable String> row() {
        return kind == Kind.DELETE ? before : after;
    }

    Stream<String> values() {
        return Stream.concat(after.values().stream(), before.values().stream())
                .filter(value -> value != null)
                .map(String::valueOf);
    }
}
