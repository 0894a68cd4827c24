package hk.itf.infra.testkit.http;

import static java.util.function.Predicate.not;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Checks that a table of bad requests has rows for every operation of a service. */
public final class BadRequestCoverage {

    private BadRequestCoverage() {}

    /**
     * Each operation with a JSON body needs a row that is refused for a field of the body; if the operation takes
     * {@code If-Match}, another row without the header. Each operation with query parameters of its own needs a row
     * with a bad parameter. Operations of the platform are left out.
     *
     * @param data the prepared data from which the rows make their requests
     * @throws AssertionError naming the operations without a row
     */
    public static <D> void verify(Collection<DocumentedOperation> operations, Collection<BadRequest<D>> rows, D data) {
        var missing = operations.stream()
                .filter(not(DocumentedOperation::isOfPlatform))
                .flatMap(operation -> missingRows(operation, rows, data).stream())
                .toList();
        if (!missing.isEmpty()) {
            throw new AssertionError("Rows are missing in the table of bad requests: " + missing);
        }
    }

    private static <D> List<String> missingRows(DocumentedOperation operation, Collection<BadRequest<D>> rows, D data) {
        var ofOperation = rows.stream()
                .filter(row -> operation.isCalledBy(row.request().apply(data)))
                .toList();
        var missing = new ArrayList<String>();
        if (operation.takesBody() && ofOperation.stream().noneMatch(BadRequestCoverage::namesField)) {
            missing.add(operation + " with a bad field");
        }
        if (operation.takesBody()
                && operation.takesVersion()
                && ofOperation.stream().noneMatch(row -> row.expected().status() == 428)) {
            missing.add(operation + " without If-Match");
        }
        if (operation.hasOwnParameters()
                && ofOperation.stream()
                        .noneMatch(row -> row.request().apply(data).target().contains("?"))) {
            missing.add(operation + " with a bad parameter");
        }
        return missing;
    }

    private static boolean namesField(BadRequest<?> row) {
        return row.expected().pointers().stream().anyMatch(pointer -> pointer.startsWith("/"));
    }
}
