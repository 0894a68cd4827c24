package hk.itf.assessment.badinput;

import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.http.BadRequest;
import hk.itf.infra.testkit.http.BadRequestCoverage;
import hk.itf.infra.testkit.http.DocumentedOperation;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad fields and parameters of the operations of this service. The common part of all requests, such as malformed JSON and
 * tokens, is tested in {@code infra/http}.
 */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class BadRequestTest {

    @TestHTTPResource(value = "/openapi?format=json", management = true)
    URI openApi;

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void refusesAndStoresNothing(BadRequest<Fixture> bad) {
        bad.verifyRefusal(Fixture.shared());
    }

    @Test
    void hasRowsForEveryOperation() {
        BadRequestCoverage.verify(DocumentedOperation.readFrom(openApi), rows().toList(), Fixture.shared());
    }

    static Stream<BadRequest<Fixture>> rows() {
        return Stream.of(ValueRows.all(), TextRows.all(), PanelRows.all()).flatMap(each -> each);
    }
}
