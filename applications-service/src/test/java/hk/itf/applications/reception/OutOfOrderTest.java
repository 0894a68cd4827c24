package hk.itf.applications.reception;

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
class OutOfOrderTest {

    private static final LocalDate FOUR_MONTHS_AGO = Applicant.monthsAgo(4);

    private final Applicant ada = Applicant.somebody();

    @Test
    void commitmentBeforeApprovalWaits() {
        try (var fund = SimulatedFund.open()) {
            var id = ada.submitted(doctoralPost(FOUR_MONTHS_AGO, 12));
            fund.commit(id);
            fund.startAssessment(id);
            ada.awaitStatus(id, "IN_ASSESSMENT");
            fund.approve(id);
            ada.awaitStatus(id, "OFFERED");
        }
    }

    @Test
    void approvalAfterWithdrawalIsLate() {
        try (var fund = SimulatedFund.open()) {
            var id = ada.submitted(doctoralPost(FOUR_MONTHS_AGO, 12));
            ada.keyedRequest()
                    .header("If-Match", ada.read(id).header("ETag"))
                    .body(Map.of("reason", "changed our mind"))
                    .post("/applications/" + id + "/withdrawal")
                    .then()
                    .statusCode(200);
            fund.startAssessment(id);
            fund.approve(id);
            var fence = ada.submitted(doctoralPost(FOUR_MONTHS_AGO, 6));
            fund.startAssessment(fence);
            ada.awaitStatus(fence, "IN_ASSESSMENT");
            ada.read(id).then().body("status", equalTo("WITHDRAWN"));
        }
    }
}
