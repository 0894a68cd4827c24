package hk.itf.applications.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.applications.Applicant;
import hk.itf.infra.testkit.DatabaseDigest;
import hk.itf.infra.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
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

    static Stream<BadInput> cases() {
        return Stream.of(BodyCases.all(), AnswerCases.all(), TextCases.all(), HeaderCases.all())
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
