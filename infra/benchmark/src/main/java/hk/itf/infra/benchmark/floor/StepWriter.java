package hk.itf.infra.benchmark.floor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a captured transaction as a PL/pgSQL function, whose statements PostgreSQL plans once for each connection. */
final class StepWriter {

    private final Map<String, Map<String, Column>> columns;
    private final FreshValues fresh;
    private final Map<String, Long> firstCounts;
    private final List<String> identifiers = new ArrayList<>();

    /**
     * @param columns of the service's tables, by table and name
     * @param firstCounts the smallest captured value of each counter
     */
    private StepWriter(Map<String, Map<String, Column>> columns, FreshValues fresh, Map<String, Long> firstCounts) {
        this.columns = columns;
        this.fresh = fresh;
        this.firstCounts = firstCounts;
    }

    static FloorStep write(
            CapturedTransaction transaction,
            String function,
            Map<String, Map<String, Column>> columns,
            FreshValues fresh,
            Map<String, Long> firstCounts) {
        var writer = new StepWriter(columns, fresh, firstCounts);
        var statements = transaction.changes().stream().map(writer::statement).collect(Collectors.joining("\n  "));
        var sql = """
                create function bench_floor.%s(fresh text[], counter bigint) returns void language plpgsql as $floor$
                begin
                  %s
                end $floor$
                """.formatted(function, statements);
        return new FloorStep(transaction.service(), function, sql, writer.identifiers);
    }

    private String statement(RowChange change) {
        return switch (change.kind()) {
            case INSERT -> insert(change);
            case UPDATE ->
                "update public.%s set %s where %s;".formatted(change.table(), assignments(change), key(change));
            case DELETE -> "delete from public.%s where %s;".formatted(change.table(), key(change));
        };
    }

    private String insert(RowChange change) {
        var written = new LinkedHashMap<>(change.after());
        written.keySet().removeIf(name -> column(change, name).computed());
        return "insert into public.%s (%s) overriding system value values (%s);"
                .formatted(
                        change.table(),
                        written.keySet().stream().map(StepWriter::quoted).collect(Collectors.joining(", ")),
                        written.entrySet().stream()
                                .map(entry -> expression(column(change, entry.getKey()), entry.getValue()))
                                .collect(Collectors.joining(", ")));
    }

    /** The columns that changed; the key if none did, because the product wrote the row all the same. */
    private String assignments(RowChange change) {
        var changed = change.after().entrySet().stream()
                .filter(entry ->
                        !Objects.equals(entry.getValue(), change.before().get(entry.getKey())))
                .filter(entry -> !column(change, entry.getKey()).computed())
                .map(entry -> "%s = %s"
                        .formatted(
                                quoted(entry.getKey()), expression(column(change, entry.getKey()), entry.getValue())))
                .collect(Collectors.joining(", "));
        if (!changed.isEmpty()) {
            return changed;
        }
        var any = quoted(change.after().keySet().iterator().next());
        return any + " = " + any;
    }

    private String key(RowChange change) {
        return change.row().entrySet().stream()
                .filter(entry -> column(change, entry.getKey()).key())
                .map(entry -> "%s = %s"
                        .formatted(
                                quoted(entry.getKey()), expression(column(change, entry.getKey()), entry.getValue())))
                .collect(Collectors.joining(" and "));
    }

    private String expression(Column column, @Nullable String value) {
        if (value == null) {
            return "null";
        }
        if (column.counter() != null) {
            return "counter + " + (Long.parseLong(value) - firstCounts.getOrDefault(column.counter(), 0L));
        }
        var text = fresh.split(value).stream()
                .map(part -> part.isFresh() ? "fresh[%d]".formatted(number(part.text())) : literal(part.text()))
                .collect(Collectors.joining(" || "));
        return "cast(%s as %s)".formatted(text, column.type());
    }

    /** The place of an identifier in the parameter of the function, counted from 1. */
    private int number(String identifier) {
        if (!identifiers.contains(identifier)) {
            identifiers.add(identifier);
        }
        return identifiers.indexOf(identifier) + 1;
    }

    private Column column(RowChange change, String name) {
        return Objects.requireNonNull(
                Objects.requireNonNull(columns.get(change.table()), change.table())
                        .get(name),
                name);
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
