package hk.itf.applications.application;

import static hk.itf.applications.Applicant.doctoralPost;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.applications.Applicant;
import hk.itf.applications.SimulatedFund;
import hk.itf.infra.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class ClarificationTest {

    private static final LocalDate FOUR_MONTHS_AGO = Applicant.monthsAgo(4);

    private final Applicant ada = Applicant.somebody();

    @Test
    void aClarificationIsAnsweredAndSubmittedAgain() {
        try (var fund = SimulatedFund.speaking()) {
            var id = ada.submitted(doctoralPost(FOUR_MONTHS_AGO, 12));
            fund.starts(id);
            fund.asks(id, "Which crane?");
            ada.waitsUntil(id, "CLARIFYING");
            var answers = doctoralPost(FOUR_MONTHS_AGO, 12);
            answers.put("duties", "Designs the control software of crane 7.");
            ada.asks()
                    .header("If-Match", ada.reads(id).header("ETag"))
                    .body(Map.of("answers", answers))
                    .put("/applications/" + id + "/answers")
                    .then()
                    .statusCode(200);
            ada.submits(id).then().statusCode(201).body("status", equalTo("SUBMITTED"));
            ada.asks().get("/applications/" + id + "/receipt").then().body("revision", equalTo(2));
        }
    }

    @Test
    void aResubmissionMayNotMoveIntoAnotherVersionOfTheRules() {
        try (var fund = SimulatedFund.speaking()) {
            var id = ada.submitted(doctoralPost(FOUR_MONTHS_AGO, 12));
            fund.starts(id);
            fund.asks(id, "When did it start?");
            ada.waitsUntil(id, "CLARIFYING");
            ada.asks()
                    .header("If-Match", ada.reads(id).header("ETag"))
                    .body(Map.of("answers", doctoralPost(LocalDate.of(2022, 1, 1), 12)))
                    .put("/applications/" + id + "/answers")
                    .then()
                    .statusCode(200);
            ada.submits(id).then().statusCode(422).body("type", equalTo("urn:itf:problem:scheme-version-pinned"));
        }
    }
}
