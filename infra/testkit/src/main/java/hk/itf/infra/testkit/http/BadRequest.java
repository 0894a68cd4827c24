package hk.itf.infra.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.testkit.DatabaseDigest;
import java.util.function.Function;

/**
 * A row in a table of bad requests: a request that the service must refuse, and the problem it must get.
 *
 * @param request makes the request from the prepared data of the test
 * @param <D> the prepared data: ids and tokens
 */
public record BadRequest<D>(String name, Function<D, RawRequest> request, ExpectedProblem expected) {

    /** @param pointers the JSON Pointers of all faults, in order */
    public static <D> BadRequest<D> of(
            String name, Function<D, RawRequest> request, int status, String slug, String... pointers) {
        return new BadRequest<>(name, request, ExpectedProblem.of(status, slug, pointers));
    }

    /** Sends the request. The reply must be the expected problem, and no table may change. */
    public RawReply verifyRefusal(D data) {
        var bad = request.apply(data);
        var before = DatabaseDigest.now();
        var reply = bad.send();
        var changed = DatabaseDigest.now().changedSince(before);
        expected.verify(name, bad, reply);
        assertThat(changed).as("%s: changed tables", name).isEmpty();
        return reply;
    }

    @Override
    public String toString() {
        return name;
    }
}
