package hk.itf.assessment.badinput;

import hk.itf.infra.testkit.RawRequest;
import java.util.function.Function;
import java.util.stream.Stream;

/** Headers that are missing or malformed; paths, methods and parameters that are not there. */
final class HeaderCases {

    private HeaderCases() {}

    static Stream<BadInput> all() {
        return Stream.of(keys(), negotiation(), routes(), parameters()).flatMap(each -> each);
    }

    private static Stream<BadInput> keys() {
        return Stream.of(
                key("no key", scene -> declaration(scene).without("Idempotency-Key")),
                key("an empty key", scene -> keyed(scene, "")),
                key("a key of quotes", scene -> keyed(scene, "\"\"")),
                key("a key of 256 characters", scene -> keyed(scene, "k".repeat(256))),
                key("a key with a space", scene -> keyed(scene, "a b")),
                key("a key with a tab", scene -> keyed(scene, "a\tb")),
                key("a key beyond ASCII", scene -> keyed(scene, "clé-1234")),
                key("two keys", scene -> keyed(scene, "one").with("Idempotency-Key", "two")),
                key(
                        "no key for an act",
                        scene -> scene.does(Act.DECIDE, Act.DECIDE.good()).without("Idempotency-Key")),
                key(
                        "no key for what is next",
                        scene -> scene.does(Act.NEXT, Act.NEXT.good()).without("Idempotency-Key")),
                key(
                        "no key for a sign of life",
                        scene -> scene.bare("POST", "/tasks/" + scene.task(Act.COMPLETE) + "/heartbeat")));
    }

    private static Stream<BadInput> negotiation() {
        return Stream.of(
                unsupported("text", scene -> typed(scene, "text/plain")),
                unsupported("a form", scene -> typed(scene, "application/x-www-form-urlencoded")),
                unsupported("JSON said to be UTF-16", scene -> typed(scene, "application/json; charset=UTF-16")),
                unsupported(
                        "JSON said to be in an unknown character set",
                        scene -> typed(scene, "application/json; charset=klingon")),
                unsupported("a compressed body", scene -> declaration(scene).with("Content-Encoding", "gzip")),
                BadInput.of("a media type that is none", scene -> typed(scene, "json"), 400, "malformed-request"),
                BadInput.of(
                        "an answer in text wanted",
                        scene -> scene.get("/tasks").with("Accept", "text/plain"),
                        406,
                        "not-acceptable"),
                BadInput.of(
                        "an Accept that is none",
                        scene -> scene.get("/tasks").with("Accept", "json"),
                        406,
                        "not-acceptable"),
                BadInput.of(
                        "headers of 17 KiB",
                        scene -> scene.get("/tasks").with("X-Filler", "x".repeat(17 * 1024)),
                        431,
                        "headers-too-large"));
    }

    private static Stream<BadInput> routes() {
        return Stream.of(
                missing("an unknown path", scene -> scene.get("/colours")),
                missing("the root", scene -> scene.get("/")),
                missing("an act that is none", scene -> scene.get("/tasks/" + scene.task(Act.DECIDE) + "/lunch")),
                // Other resources have paths that begin alike, so that the method is not what is found missing.
                missing("GET of an act", scene -> scene.get("/tasks/" + scene.task(Act.DECIDE) + "/decision")),
                missing("management on the public port", scene -> scene.get("/q/health")),
                missing("metrics on the public port", scene -> scene.get("/q/metrics")),
                missing("OpenAPI on the public port", scene -> scene.get("/q/openapi")),
                missing("a path that climbs", scene -> scene.get("/tasks/../../etc/passwd")),
                BadInput.of(
                        "a path of 5,000 characters",
                        scene -> scene.get("/tasks/" + "x".repeat(5000)),
                        414,
                        "uri-too-long"),
                method("DELETE", "/tasks"),
                method("PATCH", "/tasks"),
                method("TRACE", "/tasks"),
                method("BREW", "/tasks"),
                method("PUT", "/conflicts-of-interest"),
                method("GET", "/queue/next"),
                BadInput.of(
                        "POST where one reads",
                        scene -> scene.bare("POST", "/cases")
                                .with("Content-Type", "application/json")
                                .body("{}"),
                        405,
                        "method-not-allowed"));
    }

    private static Stream<BadInput> parameters() {
        return Stream.of(
                page("a page of none", "size=0"),
                page("a page below none", "size=-1"),
                page("a page of 101", "size=101"),
                page("a cursor that is none", "cursor=garbage"),
                page("a cursor with SQL", "cursor=%27%20or%201%3D1%20--"),
                page("a cursor with U+0000", "cursor=%00"),
                page("a cursor that is not UTF-8", "cursor=%FF"),
                parameter("a page of 2^31", "/cases?size=2147483648"),
                parameter("a page of words", "/cases?size=many"),
                parameter("a page of half", "/cases?size=1.5"),
                parameter("a status that is none", "/cases?status=RICH"),
                parameter("a status in lower case", "/cases?status=open"),
                parameter("overdue or not", "/cases?overdue=perhaps"),
                parameter("overdue, as a number", "/cases?overdue=1"),
                parameter("mine or not", "/tasks?mine=perhaps"),
                parameter("mine, in upper case", "/tasks?mine=TRUE"));
    }

    private static BadInput key(String name, Function<Scene, RawRequest> request) {
        return BadInput.of(name, request, 400, "idempotency-key-required", "");
    }

    private static BadInput unsupported(String name, Function<Scene, RawRequest> request) {
        return BadInput.of(name, request, 415, "unsupported-media-type");
    }

    private static BadInput missing(String name, Function<Scene, RawRequest> request) {
        return BadInput.of(name, request, 404, "not-found");
    }

    private static BadInput method(String method, String path) {
        return BadInput.of(method + " " + path, scene -> scene.bare(method, path), 405, "method-not-allowed");
    }

    private static BadInput page(String name, String query) {
        return BadInput.of(name, scene -> scene.get("/cases?" + query), 400, "invalid-page", "");
    }

    private static BadInput parameter(String name, String path) {
        return BadInput.of(name, scene -> scene.get(path), 400, "invalid-parameter", "");
    }

    private static RawRequest declaration(Scene scene) {
        return scene.does(Act.DECLARE, Act.DECLARE.good());
    }

    private static RawRequest keyed(Scene scene, String key) {
        return declaration(scene).instead("Idempotency-Key", key);
    }

    private static RawRequest typed(Scene scene, String mediaType) {
        return declaration(scene).instead("Content-Type", mediaType);
    }
}
