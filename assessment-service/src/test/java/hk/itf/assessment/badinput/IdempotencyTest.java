package hk.itf.assessment.badinput;

import hk.itf.assessment.Vetter;
import hk.itf.infra.testkit.PromisedIdempotency;
import hk.itf.infra.testkit.PromisedIdempotency.Creation;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.OrganisationId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class IdempotencyTest {

    private final Vetter ada = Vetter.with("assessor");
    private final OrganisationId organisation = OrganisationId.next();

    @Test
    void anotherBodyUnderTheSameKeyIsRefusedAndStoresNothing() {
        PromisedIdempotency.refusesAnotherBody(declarationBy(ada));
    }

    @Test
    void anotherPathUnderTheSameKeyIsRefusedWithoutDataOfTheFirst() {
        PromisedIdempotency.refusesAnotherPath(
                declarationBy(ada),
                (key, declaration) ->
                        ada.asks().header("Idempotency-Key", key).body(Map.of()).post("/queue/next"));
    }

    @Test
    void manyAtOnceUnderOneKeyHaveOneEffect() throws InterruptedException {
        PromisedIdempotency.createsOnce(declarationBy(ada), () -> ada.asks().get("/conflicts-of-interest"));
    }

    @Test
    void whatWasRefusedCanBeCorrectedUnderTheSameKey() {
        PromisedIdempotency.takesACorrection(declarationBy(ada), "reason");
    }

    @Test
    void anotherPersonsKeyIsAnotherKey() {
        PromisedIdempotency.keepsPeopleApart(declarationBy(ada), declarationBy(Vetter.with("assessor")), "reason");
    }

    private Creation declarationBy(Vetter who) {
        return (key, reason) -> who.asks()
                .header("Idempotency-Key", key)
                .body(Map.of("organisation", organisation.toString(), "reason", reason))
                .post("/conflicts-of-interest");
    }
}
