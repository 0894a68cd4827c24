package hk.itf.infra.benchmark.floor;

import hk.itf.infra.local.Service;
import java.util.List;
import java.util.stream.Stream;

/** The rows that one transaction of a service wrote, in their order. */
record CapturedTransaction(Service service, List<RowChange> changes) {

    CapturedTransaction {
        changes = List.copyOf(changes);
    }

    /** Both transactions as one. */
    CapturedTransaction plus(CapturedTransaction next) {
        return new CapturedTransaction(
                service, Stream.concat(changes.stream(), next.changes.stream()).toList());
    }

    boolean changes(RowChange.Kind kind, String table, String column, String value) {
        return changes.stream()
                .anyMatch(change -> change.kind() == kind
                        && change.table().equals(table)
                        && value.equals(change.after().get(column)));
    }

    boolean inserts(String table) {
        return changes.stream()
                .anyMatch(change ->
                        change.kind() == RowChange.Kind.INSERT && change.table().equals(table));
    }
}
