package hk.itf.disbursement.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.disbursement.Finance;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.http.BadRequest;
import hk.itf.infra.testkit.http.BadRequestCoverage;
import hk.itf.infra.testkit.http.DocumentedOperation;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad fields and parameters of the operations of this service. The common part of all requests, such as malformed JSON and
 * tokens, is tested in {@code infra/http}.
 */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
@TestMethodOrder(OrderAnnotation.class)
class BadRequestTest {

    @TestHTTPResource(value = "/openapi?format=json", management = true)
    URI openApi;

    @Inject
    Clock clock;

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void refusesAndStoresNothing(BadRequest<Fixture> bad) {
        var reply = bad.verifyRefusal(Fixture.shared(clock));
        assertThat(reply.body()).doesNotContain(Fixture.ACCOUNT);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void keepsBooksCoherentAfterAllRows() {
        Finance.requireCoherence();
    }

    @Test
    void hasRowsForEveryOperation() {
        BadRequestCoverage.verify(DocumentedOperation.readFrom(openApi), rows().toList(), Fixture.shared(clock));
    }

    static Stream<BadRequest<Fixture>> rows() {
        return Stream.of(ValueRows.all(), TextRows.all(), ParameterRows.all()).flatMap(each -> each);
    }
}
