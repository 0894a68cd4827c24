package hk.itf.infra.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a service to one request.
 *
 * @param status HTTP status
 * @param body empty if the answer had none
 * @param etag null if the answer had none
 * @param request method and path of the request, for messages
 */
public record ServiceReply(
        int status, String body, @Nullable String etag, String request) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body as JSON; a missing node if the body is empty or not JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
