package hk.itf.infra.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.testkit.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The operations of a service with their roles, written down a second time. Checks roles, and the headers and page
 * parameters that operations of a kind have in common, against the running service. Operations of the platform are left
 * out.
 */
public final class OperationTable {

    /** All roles of the platform. */
    public static final List<String> EVERY_ROLE = List.of(
            "applicant",
            "secretariat",
            "assessor",
            "panel-member",
            "panel-chair",
            "decision-authority",
            "finance-preparer",
            "finance-releaser",
            "payee-verifier",
            "fund-controller",
            "auditor",
            "scheme-admin",
            "operator");

    /** An operation with its roles; an open operation has no roles and needs no token. */
    private record Row(String method, String path, Set<String> roles, Map<String, String> values) {

        RawRequest by(String... roles) {
            return anonymously("").with("Authorization", "Bearer " + Tokens.of("ada", roles));
        }

        /** A request by a person with one of the roles; an open operation needs none. */
        RawRequest permitted(String query) {
            var request = anonymously(query);
            return roles.stream()
                    .findFirst()
                    .map(role -> request.with("Authorization", "Bearer " + Tokens.of("ada", role)))
                    .orElse(request);
        }

        RawRequest anonymously(String query) {
            return RawRequest.of(method, address() + query).with("Content-Type", "application/json");
        }

        private String address() {
            var address = path;
            for (var value : values.entrySet()) {
                address = address.replace("{" + value.getKey() + "}", value.getValue());
            }
            return address.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, String> values = new HashMap<>();

    /** Sets the value of a path parameter in all requests. Other parameters get a random UUID. */
    public OperationTable pathParameter(String name, String value) {
        values.put(name, value);
        return this;
    }

    /** @param path as the resource declares the path, with parameters in braces */
    public OperationTable operation(String method, String path, String... roles) {
        assertThat(roles).as("%s %s", method, path).isNotEmpty().isSubsetOf(EVERY_ROLE);
        rows.add(new Row(method, path, Set.of(roles), values));
        return this;
    }

    /** An operation that needs no token. */
    public OperationTable openOperation(String method, String path) {
        rows.add(new Row(method, path, Set.of(), values));
        return this;
    }

    /** @throws AssertionError when an operation has no row, or a row has no operation */
    public void verifyRowForEvery(Collection<DocumentedOperation> operations) {
        assertThat(rows.stream().map(Row::toString))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(operations.stream()
                        .filter(operation -> !operation.isOfPlatform())
                        .map(DocumentedOperation::toString)
                        .toList());
    }

    /** Each operation refuses each role that its row does not name, and callers without a token. */
    public void verifyOtherRolesAreRefused() {
        rows.stream().filter(row -> !row.roles().isEmpty()).forEach(row -> {
            verify(row, "nobody", row.anonymously(""), 401, "unauthenticated");
            EVERY_ROLE.stream()
                    .filter(role -> !row.roles().contains(role))
                    .forEach(role -> verify(row, role, row.by(role), 403, "forbidden"));
        });
    }

    /** Each operation lets each role of its row pass; open operations let callers without a token pass. */
    public void verifyNamedRolesPass() {
        for (var row : rows) {
            if (row.roles().isEmpty()) {
                verifyPasses(row, "nobody", row.anonymously(""));
            }
            row.roles().forEach(role -> verifyPasses(row, role, row.by(role)));
        }
    }

    /** @param exceptions the POST operations that store nothing and so need no {@code Idempotency-Key} */
    public void verifyKeysAreRequired(String... exceptions) {
        rows.stream()
                .filter(row ->
                        row.method().equals("POST") && !List.of(exceptions).contains(row.path()))
                .forEach(row -> verify(row, "no key", row.permitted(""), 400, "idempotency-key-required"));
    }

    /**
     * Changes without a body need {@code If-Match}. A change with a body checks the body first and needs a row of its
     * own.
     */
    public void verifyVersionsAreRequired(Collection<DocumentedOperation> operations) {
        verifyEach(
                operations,
                operation -> operation.takesVersion() && !operation.takesBody(),
                row -> row.permitted("")
                        .with("Idempotency-Key", UUID.randomUUID().toString()),
                428,
                "if-match-required");
    }

    /** Lists refuse a page size and a cursor that are out of range or malformed. */
    public void verifyPagesAreChecked(Collection<DocumentedOperation> operations) {
        for (var query : List.of("?size=101", "?cursor=garbage")) {
            verifyEach(operations, DocumentedOperation::isPaged, row -> row.permitted(query), 400, "invalid-page");
        }
    }

    /** Operations that reply with JSON refuse a caller who accepts texts only. */
    public void verifyReplyTypesAreChecked(Collection<DocumentedOperation> operations) {
        verifyEach(
                operations,
                operation -> operation.method().equals("GET") && operation.repliesJson(),
                row -> row.permitted("").with("Accept", "text/plain"),
                406,
                "not-acceptable");
    }

    private void verifyEach(
            Collection<DocumentedOperation> operations,
            Predicate<DocumentedOperation> kind,
            Function<Row, RawRequest> request,
            int status,
            String slug) {
        Map<String, Row> byName = rows.stream().collect(Collectors.toMap(Row::toString, row -> row));
        operations.stream()
                .filter(operation -> !operation.isOfPlatform() && kind.test(operation))
                .map(operation -> byName.get(operation.toString()))
                .forEach(row -> verify(row, slug, request.apply(row), status, slug));
    }

    private static void verifyPasses(Row row, String role, RawRequest request) {
        var reply = request.send();
        assertThat(reply.status())
                .as("%s by %s: %s", row, role, reply.body())
                .isNotIn(401, 403)
                .isLessThan(500);
    }

    private static void verify(Row row, String what, RawRequest request, int status, String slug) {
        var reply = request.send();
        assertThat(reply.status()).as("%s, %s: %s", row, what, reply.body()).isEqualTo(status);
        assertThat(reply.body()).as("%s, %s", row, what).contains("\"urn:itf:problem:" + slug + "\"");
    }
}
