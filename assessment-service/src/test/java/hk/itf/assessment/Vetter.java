package hk.itf.assessment;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import hk.itf.infra.testkit.Tokens;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A person who vets through the public API. Each has a unique name, so that tests do not share a load cap. */
public final class Vetter {

    private final String name;
    private final String token;

    private Vetter(String name, String token) {
        this.name = name;
        this.token = token;
    }

    public static Vetter with(String... roles) {
        return named("vetter-" + UUID.randomUUID(), roles);
    }

    public static Vetter named(String name, String... roles) {
        return new Vetter(name, Tokens.of(name, roles));
    }

    /** A person with the roles who also acts for an organisation. */
    public static Vetter actingFor(OrganisationId organisation, String... roles) {
        var name = "vetter-" + UUID.randomUUID();
        return new Vetter(name, Tokens.of(name, organisation, roles));
    }

    public static Vetter secretariat(TestScheme scheme) {
        return with(scheme.secretariatRoles());
    }

    public static Vetter assessor(TestScheme scheme) {
        return with(scheme.assessorRoles());
    }

    public static Vetter member(TestScheme scheme) {
        return with(scheme.memberRoles());
    }

    public static Vetter chair(TestScheme scheme) {
        return with(scheme.chairRoles());
    }

    public static Vetter authority(TestScheme scheme, String authority) {
        return with(scheme.authorityRoles(authority));
    }

    /** The same person with further roles. */
    public Vetter alsoWith(String... roles) {
        return named(name, roles);
    }

    /** The same person with a token that names an organisation. */
    public Vetter nowActingFor(OrganisationId organisation, String... roles) {
        return new Vetter(name, Tokens.of(name, organisation, roles));
    }

    public PersonId person() {
        return Tokens.person(name);
    }

    public String token() {
        return token;
    }

    public RequestSpecification asks() {
        return given().auth().oauth2(token).contentType("application/json");
    }

    public Response posts(String path, Object body) {
        return asks().header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path);
    }

    public Response takesNext() {
        return posts("/queue/next", Map.of());
    }

    /** Waits for a task, takes the task and returns its id. */
    public String takes() {
        return takesTask().path("id");
    }

    /** Waits for a task of the stage, takes the task and returns its id. */
    public String takes(String stage) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> posts("/queue/next", Map.of("stages", List.of(stage))), next -> next.statusCode() == 200)
                .path("id");
    }

    public Response takesTask() {
        var answer = await().atMost(Duration.ofSeconds(20)).until(this::takesNext, next -> next.statusCode() != 204);
        return answer.then().statusCode(200).extract().response();
    }

    public Response does(String task, String act, Object body) {
        return posts("/tasks/" + task + "/" + act, body);
    }

    public void confirmsCompleteness() {
        does(takes(), "completeness", Map.of("complete", true)).then().statusCode(200);
    }

    public void confirmsEligibility() {
        does(takes(), "eligibility", Map.of("eligible", true)).then().statusCode(200);
    }

    public void scores(int mark) {
        does(takes(), "score-sheet", sheet(mark)).then().statusCode(200);
    }

    /** Scores the only criterion of {@link TestScheme#withBusinessReview()}. */
    public void scoresBusinessReview(int mark) {
        does(takes(), "score-sheet", Map.of("marks", Map.of("market", mark), "comment", "A clear market."))
                .then()
                .statusCode(200);
    }

    public static Map<String, Object> sheet(int mark) {
        return Map.of(
                "marks",
                Map.of("research-content", mark, "talent-fit", mark, "supervision", mark),
                "comment",
                "As the criteria ask.");
    }

    public static Map<String, Object> approval() {
        return Map.of("outcome", "APPROVE", "letter", "The post is well planned.");
    }
}
