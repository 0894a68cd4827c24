package hk.itf.applications.application;

import static hk.itf.applications.Applicant.hkd;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import hk.itf.applications.Applicant;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A paper that only some have to attach, by their answers. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class WaiverTest {

    private final Applicant ada = Applicant.somebody();

    @Test
    void aWaiverOfTheSponsorshipNeedsItsReasonAndTheLetter() {
        var waived = drafted(Map.of("waiver", true));
        ada.read(waived)
                .then()
                .body("missing.pointer", containsInAnyOrder("/answers/waiver-reason", "/papers/support-letter"));

        answers(waived, Map.of("waiver", true, "waiver-reason", "The Fire Services initiate it; nobody sells fires."));
        ada.read(waived).then().body("missing.pointer", contains("/papers/support-letter"));
        ada.submit(waived)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:papers-incomplete"))
                .body("errors.pointer", contains("/papers/support-letter"));

        ada.request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/octet-stream")
                .body("%PDF-1.7 We initiate this.".getBytes(StandardCharsets.US_ASCII))
                .post("/applications/" + waived + "/papers?document=support-letter&name=letter.pdf")
                .then()
                .statusCode(201);
        ada.read(waived).then().body("missing", hasSize(0));
        ada.submit(waived).then().statusCode(201).body("status", equalTo("SUBMITTED"));
    }

    @Test
    void whoAsksForNoneNeedsNoLetter() {
        ada.read(drafted(Map.of("waiver", false))).then().body("missing.pointer", contains("/answers/sponsors"));
    }

    private String drafted(Map<String, Object> waiver) {
        var organisation = ada.keyedRequest()
                .body(Map.of("name", "Crane Institute", "kind", "RD_CENTRE"))
                .post("/organisations")
                .<String>path("id");
        return ada.keyedRequest()
                .body(Map.of("scheme", "itsp-platform", "organisation", organisation, "answers", project(waiver)))
                .post("/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void answers(String id, Map<String, Object> waiver) {
        ada.request()
                .header("If-Match", ada.read(id).header("ETag"))
                .body(Map.of("answers", project(waiver)))
                .put("/applications/" + id + "/answers")
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> project(Map<String, Object> waiver) {
        var answers = new HashMap<String, Object>(waiver);
        answers.put("title", "A hose that sees");
        answers.put("abstract", "A hose finds the fire by itself.");
        answers.put("deliverables", "A prototype.");
        answers.put("key-people", "Chan Tai Man leads a team of four.");
        answers.put("commencement", TestClock.today().toString());
        answers.put("months", 12);
        answers.put("cost", hkd("1000000.00"));
        return answers;
    }
}
