package hk.itf.disbursement.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.testkit.DatabaseDigest;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.http.RawReply;
import hk.itf.infra.testkit.http.RawRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Ids that do not exist, or belong to another parent or organisation. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class AbsentIdsTest {

    private static final List<String> MALFORMED = List.of("garbage", "%00", "-1");

    private static final List<Function<Fixture, RawRequest>> EVERY_PATH = List.of(
            on -> on.get("/awards/" + on.id(FixtureId.GRANT)),
            on -> on.get("/grants/" + on.id(FixtureId.GRANT) + "/timeline"),
            on -> on.get("/envelopes/" + on.id(FixtureId.ENVELOPE)),
            on -> on.request(Operation.TOP_UP),
            on -> on.confirmTopUp(on.id(FixtureId.TOP_UP)),
            on -> on.request(Operation.LIFT),
            on -> on.get("/tranches/" + on.id(FixtureId.TRANCHE)),
            on -> on.get("/tranches/" + on.id(FixtureId.TRANCHE) + "/attempts"),
            on -> on.post("/tranches/" + on.id(FixtureId.TRANCHE) + "/preparation")
                    .with("If-Match", "\"0\""),
            on -> on.request(Operation.RETURN),
            on -> on.post("/tranches/" + on.id(FixtureId.TRANCHE) + "/release").with("If-Match", "\"0\""),
            on -> on.request(Operation.FILE),
            on -> on.request(Operation.VERIFY),
            on -> on.get("/duty-conflicts/" + on.id(FixtureId.CONFLICT)),
            on -> on.request(Operation.CONFIRM),
            on -> on.get("/receivables/" + on.id(FixtureId.RECEIVABLE)),
            on -> on.request(Operation.CASH),
            on -> on.request(Operation.SET_OFF),
            on -> on.confirm("cash", on.id(FixtureId.CASH)),
            on -> on.confirm("set-off", on.id(FixtureId.SET_OFF)),
            on -> on.get("/payment-runs/" + on.id(FixtureId.RUN)),
            on -> on.put("/payment-runs/" + on.id(FixtureId.RUN) + "/preparation"),
            on -> on.request(Operation.RELEASE_RUN),
            on -> on.post("/payments/parked/" + on.id(FixtureId.PARKED) + "/retrial"),
            on -> on.request(Operation.CARRY_OVER),
            on -> on.confirmCarryOver(on.id(FixtureId.CARRY_OVER)),
            on -> on.request(Operation.WITHDRAW_CARRY_OVER),
            on -> on.request(Operation.WITHDRAW_TOP_UP),
            on -> on.request(Operation.WITHDRAW_CASH),
            on -> on.request(Operation.WITHDRAW_SET_OFF));

    @Inject
    Clock clock;

    @Test
    void answersAbsentOrMalformedIdAsMissing() {
        var fixture = Fixture.shared(clock);
        var before = DatabaseDigest.settled();
        for (var path : EVERY_PATH) {
            verifyNotFound(path.apply(fixture.absent(Fixture.ABSENT)));
            MALFORMED.forEach(malformed -> verifyNotFound(path.apply(fixture.absent(malformed))));
        }
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void answersIdOfOtherParentAsMissing() {
        var fixture = Fixture.shared(clock);
        var other = Fixture.create(clock);
        var before = DatabaseDigest.settled();
        verifyNotFound(fixture.confirmTopUp(other.id(FixtureId.TOP_UP)));
        verifyNotFound(fixture.confirmTopUp(Fixture.ABSENT));
        verifyNotFound(fixture.confirm("cash", other.id(FixtureId.CASH)));
        verifyNotFound(fixture.confirm("cash", fixture.id(FixtureId.SET_OFF)));
        verifyNotFound(fixture.confirm("set-off", other.id(FixtureId.SET_OFF)));
        verifyNotFound(fixture.confirm("set-off", fixture.id(FixtureId.CASH)));
        verifyNotFound(fixture.confirmCarryOver(other.id(FixtureId.CARRY_OVER)));
        verifyNotFound(fixture.replacing(FixtureId.CARRY_OVER, other.id(FixtureId.CARRY_OVER))
                .request(Operation.WITHDRAW_CARRY_OVER));
        verifyNotFound(
                fixture.replacing(FixtureId.TOP_UP, other.id(FixtureId.TOP_UP)).request(Operation.WITHDRAW_TOP_UP));
        verifyNotFound(
                fixture.replacing(FixtureId.CASH, other.id(FixtureId.CASH)).request(Operation.WITHDRAW_CASH));
        verifyNotFound(
                fixture.replacing(FixtureId.CASH, fixture.id(FixtureId.SET_OFF)).request(Operation.WITHDRAW_CASH));
        verifyNotFound(
                fixture.replacing(FixtureId.SET_OFF, fixture.id(FixtureId.CASH)).request(Operation.WITHDRAW_SET_OFF));
        for (var number : List.of("2", "0", "-1", "1.0", "garbage", "99999999999", "%00")) {
            verifyNotFound(fixture.replacing(FixtureId.PAYEE, number).request(Operation.VERIFY));
        }
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void answersForeignOrganisationLikeAbsentOrganisation() {
        var fixture = Fixture.shared(clock);
        var elsewhere = fixture.seenFromElsewhere();
        var before = DatabaseDigest.settled();
        var foreign = verifyNotFound(elsewhere.request(Operation.FILE));
        var absent = verifyNotFound(elsewhere.absent(Fixture.ABSENT).request(Operation.FILE));
        assertThat(withoutInstance(foreign)).isEqualTo(withoutInstance(absent));
        assertThat(foreign.headers().keySet()).isEqualTo(absent.headers().keySet());
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    private static RawReply verifyNotFound(RawRequest request) {
        var reply = request.send();
        assertThat(reply.status()).as("%s: %s", request.target(), reply).isEqualTo(404);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.body()).contains("urn:itf:problem:not-found");
        return reply;
    }

    private static String withoutInstance(RawReply reply) {
        return reply.body().replaceAll("\"instance\":\"[^\"]*\"", "");
    }
}
