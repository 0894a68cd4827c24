package hk.itf.disbursement.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.disbursement.Finance;
import hk.itf.infra.testkit.DatabaseDigest;
import hk.itf.infra.testkit.RawRequest;
import hk.itf.infra.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad request gets a problem that says what is wrong, tells nothing else, and leaves every table as it was. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class BadInputTest {

    private static @Nullable Scene scene;
    private static DatabaseDigest before = new DatabaseDigest(Map.of());

    @Inject
    Clock clock;

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isRefusedClearlyAndStoresNothing(BadInput bad) {
        var request = bad.request().apply(scene());

        var reply = request.send(RestAssured.port);

        var after = DatabaseDigest.now();
        var changed = after.changedSince(before);
        before = after;
        bad.refusal().isTheAnswer(bad.name(), request, reply);
        assertThat(reply.body()).doesNotContain(Scene.ACCOUNT);
        assertThat(changed).as("tables that changed").isEmpty();
    }

    /** Nothing of ours sees these: the server closes the door before a route is looked for. */
    @ParameterizedTest
    @MethodSource("unreadable")
    void whatTheServerCannotReadItRefusesWithoutAWord(RawRequest request, int status) {
        scene();

        var reply = request.send(RestAssured.port);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isEmpty();
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    /** The cases spoil bodies that would be taken: not all of them are refused for another reason. */
    @Test
    void theBodiesThatAreSpoiltAreGood() {
        var own = Scene.set(clock);
        for (var act : Act.values()) {
            var reply = own.does(act).send(RestAssured.port);
            var expected = switch (act) {
                case OPEN, TOP_UP, FILE -> 201;
                case LIFT, WITHDRAW_TOP_UP, WITHDRAW_CARRY_OVER -> 200;
                case HOLD, SET_OFF -> 404; // of a tranche that is not there
                case RETURN, CONFIRM, CASH, WITHDRAW_CASH, WITHDRAW_SET_OFF -> 412; // of another version
                case VERIFY -> 409; // of bank details that were filed anew by the same person
                case RELEASE_RUN -> 409; // of another total
                case CARRY_OVER -> 409; // of a year that is not over
            };
            assertThat(reply.status()).as("%s: %s", act, reply).isIn(expected, 200);
        }
        Finance.requireCoherence();
        before = DatabaseDigest.settled();
    }

    static Stream<Arguments> unreadable() {
        var open = RawRequest.of("POST", "/envelopes").body(Act.OPEN.good());
        return Stream.of(
                Arguments.of(RawRequest.of("GET", "/tranches/%zz"), 400),
                Arguments.of(RawRequest.of("GET", "/tranches/{id}"), 400),
                Arguments.of(RawRequest.of("GET", "/" + "x".repeat(20_000)), 414),
                Arguments.of(RawRequest.of("GET", "/tranches").with("X-Filler", "x".repeat(40_000)), 431),
                Arguments.of(open.with("Content-Length", "many"), 400));
    }

    static Stream<BadInput> cases() {
        return Stream.of(BodyCases.all(), ValueCases.all(), TextCases.all(), HeaderCases.all())
                .flatMap(each -> each);
    }

    private Scene scene() {
        var set = scene;
        if (set == null) {
            set = Scene.set(clock);
            scene = set;
            before = DatabaseDigest.settled();
        }
        return set;
    }
}
