package hk.itf.infra.testkit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.model.json.Json;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * An operation in the OpenAPI document of the running service.
 *
 * @param path with parameters in braces, such as {@code /books/{id}}
 * @param takesBody whether the operation declares a JSON body
 * @param takesVersion whether the operation declares the header {@code If-Match}
 * @param repliesJson whether a reply to the operation can be JSON
 * @param queryParameters the names of the declared query parameters
 */
public record DocumentedOperation(
        String method,
        String path,
        boolean takesBody,
        boolean takesVersion,
        boolean repliesJson,
        Set<String> queryParameters) {

    private static final String PLATFORM_PATH = "/operations/";
    private static final Set<String> PAGE_PARAMETERS = Set.of("size", "cursor");

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
        read(openApi)
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return operations;
    }

    private static DocumentedOperation operation(String method, String path, JsonNode json) {
        return new DocumentedOperation(
                method,
                path,
                json.path("requestBody").path("content").has("application/json"),
                parameters(json, "header").contains("If-Match"),
                StreamSupport.stream(json.path("responses").spliterator(), false)
                        .anyMatch(response -> response.path("content").has("application/json")),
                parameters(json, "query"));
    }

    private static Set<String> parameters(JsonNode operation, String place) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals(place))
                .map(parameter -> parameter.path("name").asText())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static JsonNode read(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the OpenAPI document is not JSON", e);
        }
    }

    /** Whether the operation belongs to the platform and is tested in its module. */
    public boolean isOfPlatform() {
        return path.startsWith(PLATFORM_PATH);
    }

    boolean isPaged() {
        return queryParameters.containsAll(PAGE_PARAMETERS);
    }

    /** Whether the operation has query parameters besides those of pages. */
    boolean hasOwnParameters() {
        return !PAGE_PARAMETERS.containsAll(queryParameters);
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
