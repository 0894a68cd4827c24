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
        try (var fund = SimulatedFund.open()) {
            var id = ada.submitted(doctoralPost(FOUR_MONTHS_AGO, 12));
            fund.startAssessment(id);
            fund.requestClarification(id, "Which crane?");
            ada.awaitStatus(id, "CLARIFYING");
            var answers = doctoralPost(FOUR_MONTHS_AGO, 12);
            answers.put("duties", "Designs the control software of crane 7.");
            ada.request()
                    .header("If-Match", ada.read(id).header("ETag"))
                    .body(Map.of("answers", answers))
                    .put("/applications/" + id + "/answers")
                    .then()
                    .statusCode(200);
            ada.submit(id).then().statusCode(201).body("status", equalTo("SUBMITTED"));
            ada.request().get("/applications/" + id + "/receipt").then().body("revision", equalTo(2));
        }
    }

    @Test
    void aResubmissionMayNotMoveIntoAnotherVersionOfTheRules() {
        try (var fund = SimulatedFund.open()) {
            var id = ada.submitted(doctoralPost(FOUR_MONTHS_AGO, 12));
            fund.startAssessment(id);
            fund.requestClarification(id, "When did it start?");
            ada.awaitStatus(id, "CLARIFYING");
            ada.request()
                    .header("If-Match", ada.read(id).header("ETag"))
                    .body(Map.of("answers", doctoralPost(LocalDate.of(2022, 1, 1), 12)))
                    .put("/applications/" + id + "/answers")
                    .then()
                    .statusCode(200);
            ada.submit(id).then().statusCode(422).body("type", equalTo("urn:itf:problem:scheme-version-pinned"));
        }
    }
}
