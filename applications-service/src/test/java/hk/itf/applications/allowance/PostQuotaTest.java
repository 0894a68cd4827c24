package hk.itf.applications.allowance;

import static hk.itf.applications.Applicant.doctoralPost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.applications.Applicant;
import hk.itf.infra.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
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
    void aFifthOverlappingPostIsRefusedWithTheRuleNamedAndTheNextOneAfterThemIsNot() {
        var organisation = ada.registersOrganisation();
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
    void twoPostsSubmittedAtTheSameInstantNeverPassTheQuota() throws Exception {
        var organisation = ada.registersOrganisation();
        for (var post = 0; post < 3; post++) {
            submitFor(organisation, FOUR_MONTHS_AGO).then().statusCode(201);
        }
        var drafts =
                List.of(draftFor(organisation), draftFor(organisation), draftFor(organisation), draftFor(organisation));
        try (var pool = Executors.newFixedThreadPool(4)) {
            var statuses = pool
                    .invokeAll(drafts.stream()
                            .<Callable<Integer>>map(id -> () -> ada.submits(id).statusCode())
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
            assertThat(statuses).containsExactly(201, 422, 422, 422);
        }
    }

    private String draftFor(String organisation) {
        return ada.drafts(organisation, doctoralPost(FOUR_MONTHS_AGO, 12))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response submitFor(String organisation, LocalDate start) {
        var id = ada.drafts(organisation, doctoralPost(start, 12))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        return ada.submits(id);
    }
}
