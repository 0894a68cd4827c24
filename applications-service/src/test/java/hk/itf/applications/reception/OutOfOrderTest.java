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
        try (var fund = SimulatedFund.speaking()) {
            var id = ada.submitted(doctoralPost(FOUR_MONTHS_AGO, 12));
            fund.commits(id);
            fund.starts(id);
            ada.waitsUntil(id, "IN_ASSESSMENT");
            fund.approves(id);
            ada.waitsUntil(id, "OFFERED");
        }
    }

    @Test
    void approvalAfterWithdrawalIsLate() {
        try (var fund = SimulatedFund.speaking()) {
            var id = ada.submitted(doctoralPost(FOUR_MONTHS_AGO, 12));
            ada.does()
                    .header("If-Match", ada.reads(id).header("ETag"))
                    .body(Map.of("reason", "changed our mind"))
                    .post("/applications/" + id + "/withdrawal")
                    .then()
                    .statusCode(200);
            fund.starts(id);
            fund.approves(id);
            var fence = ada.submitted(doctoralPost(FOUR_MONTHS_AGO, 6));
            fund.starts(fence);
            ada.waitsUntil(fence, "IN_ASSESSMENT");
            ada.reads(id).then().body("status", equalTo("WITHDRAWN"));
        }
    }
}
