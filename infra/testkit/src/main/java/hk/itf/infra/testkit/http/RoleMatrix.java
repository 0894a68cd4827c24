package hk.itf.infra.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.testkit.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The roles of every operation of a service, written down a second time. A test compares this table with the running
 * service.
 */
public final class RoleMatrix {

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

    private record Row(String method, String path, Set<String> roles) {

        /** A request without body or headers: a permitted caller gets past the roles and is refused for what is missing. */
        RawRequest by(String... roles) {
            return anonymously().with("Authorization", "Bearer " + Tokens.of("ada", roles));
        }

        RawRequest anonymously() {
            return RawRequest.of(
                            method,
                            path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString()))
                    .with("Content-Type", "application/json");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final List<Row> open = new ArrayList<>();

    /** @param path as the resource declares the path, with parameters in braces */
    public RoleMatrix operation(String method, String path, String... roles) {
        assertThat(EVERY_ROLE).as("%s %s", method, path).containsAll(List.of(roles));
        rows.add(new Row(method, path, Set.of(roles)));
        return this;
    }

    /** An operation that needs no token. */
    public RoleMatrix openOperation(String method, String path) {
        open.add(new Row(method, path, Set.of()));
        return this;
    }

    /** @throws AssertionError when an operation has no row, or a row has no operation; operations of the platform are left out */
    public void verifyRowForEvery(Collection<DocumentedOperation> operations) {
        assertThat(Stream.concat(rows.stream(), open.stream()).map(Row::toString))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(operations.stream()
                        .filter(operation -> !operation.isOfPlatform())
                        .map(DocumentedOperation::toString)
                        .toList());
    }

    /** Each operation refuses each role that its row does not name. */
    public void verifyOtherRolesAreRefused() {
        for (var row : rows) {
            EVERY_ROLE.stream()
                    .filter(role -> !row.roles().contains(role))
                    .forEach(role -> verifyForbidden(row, role));
        }
    }

    /** Each operation lets each role of its row pass; open operations let callers without a token pass. */
    public void verifyNamedRolesPass() {
        for (var row : open) {
            verifyPasses(row, "nobody", row.anonymously());
        }
        for (var row : rows) {
            for (var role : row.roles()) {
                verifyPasses(row, role, row.by(role));
            }
        }
    }

    private static void verifyPasses(Row row, String role, RawRequest request) {
        var reply = request.send();
        assertThat(reply.status())
                .as("%s by %s: %s", row, role, reply.body())
                .isNotIn(401, 403)
                .isLessThan(500);
    }

    private static void verifyForbidden(Row row, String role) {
        var reply = row.by(role).send();
        assertThat(reply.status()).as("%s by %s", row, role).isEqualTo(403);
        assertThat(reply.body()).as("%s by %s", row, role).contains("\"urn:itf:problem:forbidden\"");
    }
}
