package hk.itf.infra.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who may call what, written out a second time: a list of every operation of a service with its roles, against which the
 * running service is held.
 */
public final class RoleMatrix {

    /** The roles of the platform's people; {@code operator} runs it. */
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

    private static final Set<String> NOT_QUITE_ROLES = Set.of("Secretariat", "auditor ", "*", "admin");

    private record Operation(String method, String path, Set<String> roles) {

        /** Nothing but the token: whoever may pass is told what else is missing. */
        RawRequest by(String... given) {
            return anonymously()
                    .with("Authorization", "Bearer " + TokenForgery.signed(TokenForgery.claims("ada", given)));
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

    private final List<Operation> operations = new ArrayList<>();
    private final List<Operation> open = new ArrayList<>();

    /** @param path as the resource declares it, with its parameters in braces */
    public RoleMatrix operation(String method, String path, String... roles) {
        assertThat(EVERY_ROLE).as("%s %s", method, path).containsAll(List.of(roles));
        operations.add(new Operation(method, path, Set.of(roles)));
        return this;
    }

    /** One that anybody may call, without any token. */
    public RoleMatrix openOperation(String method, String path) {
        open.add(new Operation(method, path, Set.of()));
        return this;
    }

    /** What every service brings along for those who run it: all that is documented below {@code /operations}. */
    public RoleMatrix platformOperations(URI openApiDocument) {
        documented(openApiDocument).stream()
                .map(operation -> operation.split(" "))
                .filter(operation -> operation[1].startsWith("/operations/"))
                .forEach(operation -> operation(operation[0], operation[1], "operator"));
        return this;
    }

    /** Fails when an operation was added to the service, or taken from it, but not here. */
    public void coversEveryOperationOf(URI openApiDocument) {
        assertThat(Stream.concat(operations.stream(), open.stream()).map(Operation::toString))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(documented(openApiDocument));
    }

    private static Set<String> documented(URI openApiDocument) {
        Map<String, Map<String, Object>> paths = RestAssured.given()
                .get(openApiDocument)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("paths");
        var documented = new TreeSet<String>();
        paths.forEach((path, item) ->
                item.keySet().forEach(method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return documented;
    }

    /** Every role that is not listed for an operation is refused there, and so is who has none. */
    public void refusesEveryOtherRole() {
        for (var operation : operations) {
            isForbidden(operation);
            EVERY_ROLE.stream()
                    .filter(role -> !operation.roles().contains(role))
                    .forEach(role -> isForbidden(operation, role));
            NOT_QUITE_ROLES.forEach(role -> isForbidden(operation, role));
        }
    }

    /**
     * Every role that is listed gets past the door, and so does who has no token where everybody may pass; without a key or a
     * body nobody gets far.
     */
    public void letsEveryListedRoleIn() {
        for (var operation : open) {
            isLetIn(operation, "nobody", operation.anonymously());
        }
        for (var operation : operations) {
            for (var role : operation.roles()) {
                isLetIn(operation, role, operation.by(role));
            }
        }
    }

    private static void isLetIn(Operation operation, String who, RawRequest request) {
        var reply = request.send(RestAssured.port);
        assertThat(reply.status())
                .as("%s by %s: %s", operation, who, reply.body())
                .isNotIn(401, 403)
                .isLessThan(500);
    }

    private static void isForbidden(Operation operation, String... roles) {
        var reply = operation.by(roles).send(RestAssured.port);
        var what = "%s by %s".formatted(operation, List.of(roles));
        assertThat(reply.status()).as(what).isEqualTo(403);
        assertThat(reply.header("Content-Type")).as(what).startsWith("application/problem+json");
        assertThat(reply.body()).as(what).contains("\"urn:itf:problem:forbidden\"");
    }
}
