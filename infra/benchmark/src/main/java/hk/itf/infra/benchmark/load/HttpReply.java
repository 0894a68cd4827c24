package hk.itf.infra.benchmark.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import hk.itf.infra.benchmark.BenchmarkException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one request.
 *
 * @param etag null if the answer had none
 * @param body empty if the answer had none
 * @param keepsConnection whether the server keeps the connection open
 */
public record HttpReply(int status, @Nullable String etag, byte[] body, boolean keepsConnection) {

    private static final int SHOWN = 600;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body as JSON; a missing node if the body is empty or not JSON. */
    public JsonNode json() {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /**
     * @param what the request, for the message
     * @throws BenchmarkException if the status is not the expected one
     */
    public HttpReply require(int expected, String what) {
        if (status != expected) {
            var text = text();
            throw new BenchmarkException("%s was answered with %d instead of %d: %s"
                    .formatted(what, status, expected, text.substring(0, Math.min(text.length(), SHOWN))));
        }
        return this;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
