package hk.itf.disbursement.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.testkit.DatabaseDigest;
import hk.itf.infra.testkit.RawReply;
import hk.itf.infra.testkit.RawRequest;
import hk.itf.infra.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class AbsentIdsTest {

    private static final List<String> MALFORMED =
            List.of("garbage", "1-1-1-1-1", Scene.ABSENT + "0", "%00", "null", "-1");

    private static final List<Function<Scene, RawRequest>> EVERY_PATH = List.of(
            on -> on.get("/awards/" + on.the(SceneResource.GRANT)),
            on -> on.get("/grants/" + on.the(SceneResource.GRANT) + "/timeline"),
            on -> on.get("/envelopes/" + on.the(SceneResource.ENVELOPE)),
            on -> on.does(Act.TOP_UP),
            on -> on.confirmTopUp(on.the(SceneResource.TOP_UP)),
            on -> on.does(Act.LIFT),
            on -> on.get("/tranches/" + on.the(SceneResource.TRANCHE)),
            on -> on.get("/tranches/" + on.the(SceneResource.TRANCHE) + "/attempts"),
            on -> on.post("/tranches/" + on.the(SceneResource.TRANCHE) + "/preparation")
                    .with("If-Match", "\"0\""),
            on -> on.does(Act.RETURN),
            on -> on.post("/tranches/" + on.the(SceneResource.TRANCHE) + "/release")
                    .with("If-Match", "\"0\""),
            on -> on.does(Act.FILE),
            on -> on.does(Act.VERIFY),
            on -> on.get("/duty-conflicts/" + on.the(SceneResource.CONFLICT)),
            on -> on.does(Act.CONFIRM),
            on -> on.get("/receivables/" + on.the(SceneResource.RECEIVABLE)),
            on -> on.does(Act.CASH),
            on -> on.does(Act.SET_OFF),
            on -> on.confirm("cash", on.the(SceneResource.CASH)),
            on -> on.confirm("set-off", on.the(SceneResource.SET_OFF)),
            on -> on.get("/payment-runs/" + on.the(SceneResource.RUN)),
            on -> on.put("/payment-runs/" + on.the(SceneResource.RUN) + "/preparation"),
            on -> on.does(Act.RELEASE_RUN),
            on -> on.post("/payments/parked/" + on.the(SceneResource.PARKED) + "/retrial"),
            on -> on.does(Act.CARRY_OVER),
            on -> on.confirmCarryOver(on.the(SceneResource.CARRY_OVER)),
            on -> on.does(Act.WITHDRAW_CARRY_OVER),
            on -> on.does(Act.WITHDRAW_TOP_UP),
            on -> on.does(Act.WITHDRAW_CASH),
            on -> on.does(Act.WITHDRAW_SET_OFF));

    @Inject
    Clock clock;

    @Test
    void whatIsNotThereAndWhatIsNoIdIsNotFoundOnEveryPath() {
        var scene = Scene.set(clock);
        var before = DatabaseDigest.settled();
        for (var path : EVERY_PATH) {
            isNotFound(path.apply(scene.absent(Scene.ABSENT)));
            MALFORMED.forEach(malformed -> isNotFound(path.apply(scene.absent(malformed))));
        }
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void whatBelongsToSomethingElseIsNotFoundEither() {
        var scene = Scene.set(clock);
        var other = Scene.set(clock);
        var before = DatabaseDigest.settled();
        isNotFound(scene.confirmTopUp(other.the(SceneResource.TOP_UP)));
        isNotFound(scene.confirmTopUp(Scene.ABSENT));
        isNotFound(scene.confirm("cash", other.the(SceneResource.CASH)));
        isNotFound(scene.confirm("cash", scene.the(SceneResource.SET_OFF)));
        isNotFound(scene.confirm("set-off", other.the(SceneResource.SET_OFF)));
        isNotFound(scene.confirm("set-off", scene.the(SceneResource.CASH)));
        isNotFound(scene.confirmCarryOver(other.the(SceneResource.CARRY_OVER)));
        isNotFound(scene.without(SceneResource.CARRY_OVER, other.the(SceneResource.CARRY_OVER))
                .does(Act.WITHDRAW_CARRY_OVER));
        isNotFound(scene.without(SceneResource.TOP_UP, other.the(SceneResource.TOP_UP))
                .does(Act.WITHDRAW_TOP_UP));
        isNotFound(
                scene.without(SceneResource.CASH, other.the(SceneResource.CASH)).does(Act.WITHDRAW_CASH));
        isNotFound(scene.without(SceneResource.CASH, scene.the(SceneResource.SET_OFF))
                .does(Act.WITHDRAW_CASH));
        isNotFound(scene.without(SceneResource.SET_OFF, scene.the(SceneResource.CASH))
                .does(Act.WITHDRAW_SET_OFF));
        for (var number : List.of("2", "0", "-1", "1.0", "garbage", "99999999999", "%00")) {
            isNotFound(scene.without(SceneResource.PAYEE, number).does(Act.VERIFY));
        }
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void bankDetailsOfAnotherOrganisationAndOfNoneGetTheSameAnswer() {
        var scene = Scene.set(clock);
        var elsewhere = scene.seenFromElsewhere();
        var before = DatabaseDigest.settled();
        var foreign = isNotFound(elsewhere.does(Act.FILE));
        var absent = isNotFound(elsewhere.absent(Scene.ABSENT).does(Act.FILE));
        assertThat(withoutInstance(foreign)).isEqualTo(withoutInstance(absent));
        assertThat(foreign.headers().keySet()).isEqualTo(absent.headers().keySet());
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    private static RawReply isNotFound(RawRequest request) {
        var reply = request.send(RestAssured.port);
        assertThat(reply.status()).as("%s: %s", request.target(), reply).isEqualTo(404);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.body()).contains("urn:itf:problem:not-found");
        return reply;
    }

    private static String withoutInstance(RawReply reply) {
        return reply.body().replaceAll("\"instance\":\"[^\"]*\"", "");
    }
}
