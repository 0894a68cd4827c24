package hk.itf.applications.application;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import hk.itf.applications.Applicant;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class BatchesTest {

    private final Applicant ada = Applicant.somebody();

    @Test
    void showsCutOffForSchemesWithBatchesOnly() {
        var organisation = ada.registerOrganisation();
        ada.keyedRequest()
                .body(Map.of("scheme", "gsp", "organisation", organisation, "answers", Map.of()))
                .post("/applications")
                .then()
                .statusCode(201)
                .body("cutOff", equalTo(nextCutOff(TestClock.today()).toString()));
        ada.draft(organisation, Map.of()).then().statusCode(201).body("cutOff", nullValue());
    }

    /** The last days of April and October. */
    private static LocalDate nextCutOff(LocalDate today) {
        return Stream.of(
                        LocalDate.of(today.getYear(), 4, 30),
                        LocalDate.of(today.getYear(), 10, 31),
                        LocalDate.of(today.getYear() + 1, 4, 30))
                .filter(day -> !day.isBefore(today))
                .findFirst()
                .orElseThrow();
    }
}
