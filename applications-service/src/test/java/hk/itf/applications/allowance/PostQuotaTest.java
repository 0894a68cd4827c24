package hk.itf.applications.allowance;

import static hk.itf.applications.Applicant.doctoralPost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.applications.Applicant;
import hk.itf.applications.SimulatedFund;
import hk.itf.applications.amendment.AmendmentView;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.json.Json;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class PostQuotaTest {

    private static final LocalDate FOUR_MONTHS_AGO = Applicant.monthsAgo(4);

    private final Applicant ada = Applicant.somebody();

    @Test
    void refusesFifthOverlappingPost() {
        var organisation = ada.registerOrganisation();
        for (var post = 0; post < 4; post++) {
            submitFor(organisation, FOUR_MONTHS_AGO).then().statusCode(201);
        }
        submitFor(organisation, FOUR_MONTHS_AGO.plusMonths(11))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:allowance-exceeded"))
                .body("errors[0].code", equalTo("four-posts-per-company"));
        submitFor(organisation, FOUR_MONTHS_AGO.plusMonths(12)).then().statusCode(201);
    }

    @Test
    void simultaneousPostsNeverExceedQuota() throws Exception {
        var organisation = ada.registerOrganisation();
        for (var post = 0; post < 3; post++) {
            submitFor(organisation, FOUR_MONTHS_AGO).then().statusCode(201);
        }
        var drafts =
                List.of(draftFor(organisation), draftFor(organisation), draftFor(organisation), draftFor(organisation));
        try (var pool = Executors.newFixedThreadPool(4)) {
            var statuses = pool
                    .invokeAll(drafts.stream()
                            .<Callable<Integer>>map(id -> () -> ada.submit(id).statusCode())
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
            assertThat(statuses).containsExactly(201, 422, 422, 422);
        }
    }

    @Test
    void terminatedPostFreesQuotaAfterItsLastDay() {
        var organisation = ada.registerOrganisation();
        for (var post = 0; post < 3; post++) {
            submitFor(organisation, FOUR_MONTHS_AGO).then().statusCode(201);
        }
        try (var fund = SimulatedFund.open()) {
            var post = draftFor(organisation);
            ada.submit(post).then().statusCode(201);
            fund.approveAndOffer(post, "540000.00", ada);
            ada.awaitStatus(post, "OFFERED");
            ada.accept(post).then().statusCode(200);
            fund.pay(post, ada.read(post).path("tranches[0].id"), "135000.00");
            ada.awaitNotice("paid");
            var replacement = ada.draft(
                            organisation, doctoralPost(TestClock.today().plusDays(1), 6))
                    .<String>path("id");
            ada.submit(replacement).then().statusCode(422);

            var termination = ends(post, "135000.00");
            fund.amend(post, termination);
            fund.terminate(post, "135000.00", "0.00");
            ada.awaitStatus(post, "TERMINATED");
            ada.submit(replacement).then().statusCode(201);
        }
    }

    private static AmendmentView ends(String post, String keep) {
        var secretariat = Applicant.withRole("a-secretary", "secretariat");
        var path = "/applications/" + post + "/amendments";
        var draft = secretariat
                .keyedRequest()
                .body(Map.of(
                        "kind",
                        "TERMINATION",
                        "lastDay",
                        TestClock.today().toString(),
                        "keep",
                        Applicant.hkd(keep),
                        "reason",
                        "The post is empty."))
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        return Json.read(
                secretariat
                        .keyedRequest()
                        .header("If-Match", "\"0\"")
                        .post(path + "/" + draft + "/submission")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString(),
                AmendmentView.class);
    }

    private String draftFor(String organisation) {
        return ada.draft(organisation, doctoralPost(FOUR_MONTHS_AGO, 12))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response submitFor(String organisation, LocalDate start) {
        var id = ada.draft(organisation, doctoralPost(start, 12))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        return ada.submit(id);
    }
}
