package hk.itf.disbursement.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.disbursement.Finance;
import hk.itf.disbursement.GrantStory;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.Tokens;
import hk.itf.model.money.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Idempotency keys where money moves. Keys in general are tested in {@code infra/http}. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class IdempotencyTest {

    @Inject
    Clock clock;

    @Test
    void paysOnceWhenReleaseIsRepeated() {
        var story = GrantStory.of(clock, Money.hkd(90))
                .agreed()
                .withPayee("551000111")
                .due(1, Money.hkd(90));
        Finance.prepare(story.tranche(1), "preparer").then().statusCode(200);
        var etag = Finance.etag(story.tranche(1));
        var key = UUID.randomUUID().toString();
        for (var attempt = 0; attempt < 3; attempt++) {
            RestAssured.given()
                    .auth()
                    .oauth2(Tokens.of("releaser", "finance-releaser"))
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", key)
                    .header("If-Match", etag)
                    .post("/tranches/" + story.tranche(1) + "/release")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("RELEASED"));
        }
        story.awaitTranche(1, "PAID");
        assertThat(Finance.read("/tranches/" + story.tranche(1) + "/attempts").getList("$"))
                .hasSize(1);
        Finance.requireCoherence();
    }
}
