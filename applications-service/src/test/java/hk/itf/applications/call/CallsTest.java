package hk.itf.applications.call;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import hk.itf.applications.Applicant;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.infra.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With schemes of the test's own directory: files that nobody coded for. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class CallsTest {

    private static final String CALLS = "/schemes/university-projects/calls";
    private final LocalDate today = TestClock.today();

    private final Applicant ada = Applicant.somebody();

    @Test
    void takesThreeApplicationsWhileCallIsOpen() throws Exception {
        var university = approveRegisterEntry("UNIVERSITY");
        var early = draft(university);
        ada.submit(early).then().statusCode(422).body("type", equalTo("urn:itf:problem:window-closed"));
        opens("2027-1", today, today.plusDays(30)).then().statusCode(201).body("id", equalTo("2027-1"));

        var drafts = IntStream.range(0, 5).mapToObj(i -> draft(university)).toList();
        try (var pool = Executors.newFixedThreadPool(5)) {
            assertThat(pool
                            .invokeAll(drafts.stream()
                                    .<Callable<Integer>>map(
                                            id -> () -> ada.submit(id).statusCode())
                                    .toList())
                            .stream()
                            .map(Future::resultNow)
                            .sorted()
                            .toList())
                    .containsExactly(201, 201, 201, 422, 422);
        }
        ada.submit(early)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:allowance-exceeded"))
                .body("errors[0].code", equalTo("three-a-call"));
        ada.submit(draft(approveRegisterEntry("UNIVERSITY"))).then().statusCode(201);
        centresMayApplyAtAnyTime();
        callsNeverOverlap();
    }

    private void centresMayApplyAtAnyTime() {
        var centre = approveRegisterEntry("RD_CENTRE");
        for (var i = 0; i < 4; i++) {
            ada.submit(draft(centre)).then().statusCode(i < 3 ? 201 : 422); // within a call they count, too
        }
    }

    private void callsNeverOverlap() {
        opens("2027-1", today.plusDays(40), today.plusDays(50))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:itf:problem:call-exists"));
        opens("2027-2", today.plusDays(30), today.plusDays(50))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:itf:problem:call-overlaps"));
        opens("2027-2", today.plusDays(31), today.plusDays(50)).then().statusCode(201);
        given().get(CALLS).then().statusCode(200).body("id", contains("2027-2", "2027-1"));
    }

    @Test
    void letsOnlySchemeAdministratorsOpenValidCalls() {
        var call = Map.of("id", "x", "opens", today.toString(), "closes", today.toString());
        ada.keyedRequest().body(call).post(CALLS).then().statusCode(403);
        admin().body(call)
                .post("/schemes/rth/calls")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:no-calls"));
        admin().body(call).post("/schemes/none/calls").then().statusCode(404);
        opens("backwards", today.plusDays(900), today.plusDays(899))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/closes"));
        opens("a b", today.plusDays(900), today.plusDays(901))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/id"));
    }

    @Test
    void aVersionBeginsWhenTheDeploymentSaysAndTheOneBeforeItEnds() {
        given().get("/schemes/nittp").then().body("scheme.version", equalTo(2));
        given().get("/schemes")
                .then()
                .body("findAll { it.scheme.id == 'nittp' }.from", contains("2018-08-01", "2040-04-01"))
                .body("findAll { it.scheme.id == 'nittp' }.until", contains("2040-03-31", null));
    }

    private static Response opens(String id, LocalDate opens, LocalDate closes) {
        return admin().body(Map.of("id", id, "opens", opens.toString(), "closes", closes.toString()))
                .post(CALLS);
    }

    private static RequestSpecification admin() {
        return given().auth()
                .oauth2(Tokens.of("an-administrator", "scheme-admin"))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private String approveRegisterEntry(String kind) {
        return ada.keyedRequest()
                .body(Map.of("name", "Some institution", "kind", kind))
                .post("/organisations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String draft(String organisation) {
        return ada.keyedRequest()
                .body(Map.of(
                        "scheme",
                        "university-projects",
                        "organisation",
                        organisation,
                        "answers",
                        Map.of(
                                "title",
                                "A quieter crane",
                                "cost",
                                Applicant.hkd("300000.00"),
                                "starts",
                                "2027-01-01",
                                "ends",
                                "2027-12-31")))
                .post("/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
