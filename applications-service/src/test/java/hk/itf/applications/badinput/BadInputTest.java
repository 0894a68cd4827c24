package hk.itf.applications.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.applications.Applicant;
import hk.itf.infra.testkit.DatabaseDigest;
import hk.itf.infra.testkit.RawRequest;
import hk.itf.infra.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad request gets a problem that says what is wrong, tells nothing else, and leaves every table as it was. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class BadInputTest {

    private static @Nullable Scene scene;
    private static DatabaseDigest before = new DatabaseDigest(java.util.Map.of());

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isRefusedClearlyAndStoresNothing(BadInput bad) {
        var request = bad.request().apply(scene());

        var reply = request.send(RestAssured.port);

        var after = DatabaseDigest.now();
        var changed = after.changedSince(before);
        before = after;
        bad.isClearlyRefused(request, reply);
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

    static Stream<Arguments> unreadable() {
        var register = RawRequest.of("POST", "/organisations").body("{\"name\":\"A\",\"kind\":\"COMPANY\"}");
        return Stream.of(
                Arguments.of(RawRequest.of("GET", "/organisations/%zz"), 400),
                Arguments.of(RawRequest.of("GET", "/organisations/{id}"), 400),
                Arguments.of(RawRequest.of("GET", "/" + "x".repeat(20_000)), 414),
                Arguments.of(RawRequest.of("GET", "/organisations").with("X-Filler", "x".repeat(40_000)), 431),
                Arguments.of(register.with("Content-Length", "many"), 400),
                Arguments.of(register.with("Content-Length", "7").with("Content-Length", "8"), 400));
    }

    static Stream<BadInput> cases() {
        return Stream.of(BodyCases.all(), AnswerCases.all(), AmendmentCases.all(), TextCases.all(), HeaderCases.all())
                .flatMap(each -> each);
    }

    private static Scene scene() {
        var set = scene;
        if (set == null) {
            set = Scene.of(Applicant.somebody());
            scene = set;
            before = DatabaseDigest.settled();
        }
        return set;
    }
}
