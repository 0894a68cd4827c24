package hk.itf.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.testkit.DatabaseDigest;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.http.BadRequest;
import hk.itf.infra.testkit.http.BadRequestCoverage;
import hk.itf.infra.testkit.http.DocumentedOperation;
import hk.itf.infra.testkit.http.RawRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A bad request gets a clear problem and stores nothing. */
@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = {@ResourceArg(name = "service", value = "sample"), @ResourceArg(name = "broker", value = "none")})
class BadRequestTest {

    private static @Nullable Owner owner;

    @TestHTTPResource(value = "/openapi?format=json", management = true)
    URI openApi;

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void refusesAndStoresNothing(BadRequest<Owner> bad) {
        bad.verifyRefusal(owner());
    }

    @Test
    void hasRowsForEveryOperation() {
        BadRequestCoverage.verify(DocumentedOperation.readFrom(openApi), rows().toList(), owner());
    }

    /** The HTTP server itself refuses these requests, without a problem document. */
    @ParameterizedTest
    @MethodSource("unreadable")
    void serverRefusesUnreadableRequest(RawRequest request, int status) {
        var before = DatabaseDigest.settled();
        var reply = request.send();
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isEmpty();
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void closesConnectionOnUnknownTransferEncoding() {
        var reply = owner().post("/books")
                .with("Transfer-Encoding", "gzip, chunked")
                .body("{}")
                .send();
        assertThat(reply.status()).isZero();
    }

    static Stream<BadRequest<Owner>> rows() {
        return Stream.of(MalformedBodies.rows(), BadFields.rows(), BadHeaders.rows(), BadAddresses.rows())
                .flatMap(each -> each);
    }

    static Stream<Arguments> unreadable() {
        var create = RawRequest.of("POST", "/books").body(Owner.GOOD_BOOK);
        return Stream.of(
                Arguments.of(RawRequest.of("GET", "/books/%zz"), 400),
                Arguments.of(RawRequest.of("GET", "/books/{id}"), 400),
                Arguments.of(RawRequest.of("GET", "/" + "x".repeat(20_000)), 414),
                Arguments.of(RawRequest.of("GET", "/books").with("X-Filler", "x".repeat(40_000)), 431),
                Arguments.of(create.with("Content-Length", "many"), 400),
                Arguments.of(create.with("Content-Length", "7").with("Content-Length", "8"), 400));
    }

    private static Owner owner() {
        var created = owner;
        if (created == null) {
            created = Owner.create();
            owner = created;
            DatabaseDigest.settled();
        }
        return created;
    }
}
