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
            on -> on.get("/awards/" + on.the(Thing.GRANT)),
            on -> on.get("/grants/" + on.the(Thing.GRANT) + "/timeline"),
            on -> on.get("/envelopes/" + on.the(Thing.ENVELOPE)),
            on -> on.does(Act.TOP_UP),
            on -> on.confirmTopUp(on.the(Thing.TOP_UP)),
            on -> on.does(Act.LIFT),
            on -> on.get("/tranches/" + on.the(Thing.TRANCHE)),
            on -> on.get("/tranches/" + on.the(Thing.TRANCHE) + "/attempts"),
            on -> on.post("/tranches/" + on.the(Thing.TRANCHE) + "/preparation").with("If-Match", "\"0\""),
            on -> on.does(Act.RETURN),
            on -> on.post("/tranches/" + on.the(Thing.TRANCHE) + "/release").with("If-Match", "\"0\""),
            on -> on.does(Act.FILE),
            on -> on.does(Act.VERIFY),
            on -> on.get("/duty-conflicts/" + on.the(Thing.CONFLICT)),
            on -> on.does(Act.CONFIRM),
            on -> on.get("/receivables/" + on.the(Thing.RECEIVABLE)),
            on -> on.does(Act.CASH),
            on -> on.does(Act.SET_OFF),
            on -> on.confirm("cash", on.the(Thing.CASH)),
            on -> on.confirm("set-off", on.the(Thing.SET_OFF)),
            on -> on.get("/payment-runs/" + on.the(Thing.RUN)),
            on -> on.put("/payment-runs/" + on.the(Thing.RUN) + "/preparation"),
            on -> on.does(Act.RELEASE_RUN),
            on -> on.post("/payments/parked/" + on.the(Thing.PARKED) + "/retrial"),
            on -> on.does(Act.CARRY_OVER),
            on -> on.confirmCarryOver(on.the(Thing.CARRY_OVER)),
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
        isNotFound(scene.confirmTopUp(other.the(Thing.TOP_UP)));
        isNotFound(scene.confirmTopUp(Scene.ABSENT));
        isNotFound(scene.confirm("cash", other.the(Thing.CASH)));
        isNotFound(scene.confirm("cash", scene.the(Thing.SET_OFF)));
        isNotFound(scene.confirm("set-off", other.the(Thing.SET_OFF)));
        isNotFound(scene.confirm("set-off", scene.the(Thing.CASH)));
        isNotFound(scene.confirmCarryOver(other.the(Thing.CARRY_OVER)));
        isNotFound(scene.without(Thing.CARRY_OVER, other.the(Thing.CARRY_OVER)).does(Act.WITHDRAW_CARRY_OVER));
        isNotFound(scene.without(Thing.TOP_UP, other.the(Thing.TOP_UP)).does(Act.WITHDRAW_TOP_UP));
        isNotFound(scene.without(Thing.CASH, other.the(Thing.CASH)).does(Act.WITHDRAW_CASH));
        isNotFound(scene.without(Thing.CASH, scene.the(Thing.SET_OFF)).does(Act.WITHDRAW_CASH));
        isNotFound(scene.without(Thing.SET_OFF, scene.the(Thing.CASH)).does(Act.WITHDRAW_SET_OFF));
        for (var number : List.of("2", "0", "-1", "1.0", "garbage", "99999999999", "%00")) {
            isNotFound(scene.without(Thing.PAYEE, number).does(Act.VERIFY));
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
