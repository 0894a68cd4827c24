package hk.itf.infra.testkit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.model.event.EventCodec;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An operation in the OpenAPI document of the running service.
 *
 * @param path with parameters in braces, such as {@code /books/{id}}
 * @param takesBody whether the operation declares a JSON body
 * @param takesQuery whether the operation declares query parameters
 */
public record DocumentedOperation(String method, String path, boolean takesBody, boolean takesQuery) {

    private static final String PLATFORM_PATH = "/operations/";

    /** Reads all operations of the running service. */
    public static List<DocumentedOperation> readFrom(URI openApiDocument) {
        return parse(RestAssured.given()
                .get(openApiDocument)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    static List<DocumentedOperation> parse(String openApi) {
        var operations = new ArrayList<DocumentedOperation>();
        read(openApi).path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> operations.add(new DocumentedOperation(
                        method.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        takesJson(method.getValue()),
                        takesQuery(method.getValue())))));
        return operations;
    }

    private static boolean takesJson(JsonNode operation) {
        return operation.path("requestBody").path("content").has("application/json");
    }

    private static boolean takesQuery(JsonNode operation) {
        return operation.path("parameters").findValuesAsText("in").contains("query");
    }

    private static JsonNode read(String json) {
        try {
            return EventCodec.json().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the OpenAPI document is not JSON", e);
        }
    }

    /** Whether the operation belongs to the platform and is tested in its module. */
    public boolean isOfPlatform() {
        return path.startsWith(PLATFORM_PATH);
    }

    /** Whether the request calls this operation. */
    boolean isCalledBy(RawRequest request) {
        var target = request.target().replaceFirst("\\?.*", "");
        return method.equals(request.method()) && pattern().matcher(target).matches();
    }

    private Pattern pattern() {
        var literal = path.replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q");
        return Pattern.compile("\\Q" + literal + "\\E");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
