package hk.itf.applications.badinput;

import hk.itf.infra.testkit.RawRequest;
import java.util.stream.Stream;

/** Headers that are missing, malformed or stale; paths, methods and parameters that are not there. */
final class HeaderCases {

    private static final String GOOD = "{\"name\":\"Harbour Robotics Limited\",\"kind\":\"COMPANY\"}";

    private HeaderCases() {}

    static Stream<BadInput> all() {
        return Stream.of(versions(), keys(), negotiation(), routes(), parameters())
                .flatMap(each -> each);
    }

    private static Stream<BadInput> versions() {
        return Stream.of(
                BadInput.of("no If-Match", scene -> answers(scene).without("If-Match"), 428, "if-match-required"),
                BadInput.of("an empty If-Match", scene -> ifMatch(scene, ""), 428, "if-match-required"),
                malformedVersion("any version", "*"),
                malformedVersion("a weak ETag", "W/\"0\""),
                malformedVersion("an ETag without quotes", "0"),
                malformedVersion("two ETags", "\"0\", \"1\""),
                malformedVersion("a negative version", "\"-1\""),
                malformedVersion("a version of ten digits", "\"4294967296\""),
                malformedVersion("an ETag of another service", "\"a7f3\""),
                BadInput.of("an older version", scene -> ifMatch(scene, "\"7\""), 412, "stale-version"),
                BadInput.of(
                        "no If-Match on a transition",
                        scene -> scene.post("/applications/" + scene.draft() + "/submission"),
                        428,
                        "if-match-required"),
                BadInput.of(
                        "an older version on a transition",
                        scene -> scene.post("/applications/" + scene.draft() + "/submission")
                                .with("If-Match", "\"7\""),
                        412,
                        "stale-version"));
    }

    private static Stream<BadInput> keys() {
        return Stream.of(
                key("no key", scene -> organisation(scene).without("Idempotency-Key")),
                key("an empty key", scene -> organisation(scene).instead("Idempotency-Key", "")),
                key("a key of quotes", scene -> organisation(scene).instead("Idempotency-Key", "\"\"")),
                key(
                        "a key of 256 characters",
                        scene -> organisation(scene).instead("Idempotency-Key", "k".repeat(256))),
                key("a key with a space", scene -> organisation(scene).instead("Idempotency-Key", "a b")),
                key("a key with a tab", scene -> organisation(scene).instead("Idempotency-Key", "a\tb")),
                key("a key beyond ASCII", scene -> organisation(scene).instead("Idempotency-Key", "clé-1234")),
                key(
                        "two keys",
                        scene -> organisation(scene)
                                .instead("Idempotency-Key", "one")
                                .with("Idempotency-Key", "two")));
    }

    private static Stream<BadInput> negotiation() {
        return Stream.of(
                BadInput.of(
                        "text",
                        scene -> organisation(scene).instead("Content-Type", "text/plain"),
                        415,
                        "unsupported-media-type"),
                BadInput.of(
                        "a form",
                        scene -> organisation(scene).instead("Content-Type", "application/x-www-form-urlencoded"),
                        415,
                        "unsupported-media-type"),
                BadInput.of(
                        "a media type that is none",
                        scene -> organisation(scene).instead("Content-Type", "json"),
                        400,
                        "malformed-request"),
                BadInput.of(
                        "JSON said to be UTF-16",
                        scene -> organisation(scene).instead("Content-Type", "application/json; charset=UTF-16"),
                        415,
                        "unsupported-media-type"),
                BadInput.of(
                        "JSON said to be in an unknown character set",
                        scene -> organisation(scene).instead("Content-Type", "application/json; charset=klingon"),
                        415,
                        "unsupported-media-type"),
                BadInput.of(
                        "a compressed body",
                        scene -> organisation(scene).with("Content-Encoding", "gzip"),
                        415,
                        "unsupported-media-type"),
                BadInput.of(
                        "an answer in text wanted",
                        scene -> scene.get("/organisations").with("Accept", "text/plain"),
                        406,
                        "not-acceptable"),
                BadInput.of(
                        "an Accept that is none",
                        scene -> scene.get("/organisations").with("Accept", "json"),
                        406,
                        "not-acceptable"),
                BadInput.of(
                        "headers of 17 KiB",
                        scene -> scene.get("/organisations").with("X-Filler", "x".repeat(17 * 1024)),
                        431,
                        "headers-too-large"));
    }

    private static Stream<BadInput> routes() {
        return Stream.of(
                BadInput.of("an unknown path", scene -> scene.get("/colours"), 404, "not-found"),
                BadInput.of("the root", scene -> scene.get("/"), 404, "not-found"),
                BadInput.of(
                        "an unknown path below a known one",
                        scene -> scene.get("/organisations/mine/x"),
                        404,
                        "not-found"),
                BadInput.of("management on the public port", scene -> scene.get("/q/health"), 404, "not-found"),
                BadInput.of("metrics on the public port", scene -> scene.get("/q/metrics"), 404, "not-found"),
                BadInput.of("OpenAPI on the public port", scene -> scene.get("/q/openapi"), 404, "not-found"),
                BadInput.of(
                        "a path that climbs", scene -> scene.get("/organisations/../../etc/passwd"), 404, "not-found"),
                BadInput.of(
                        "a path of 5,000 characters",
                        scene -> scene.get("/organisations/" + "x".repeat(5000)),
                        414,
                        "uri-too-long"),
                BadInput.of("DELETE", scene -> scene.bare("DELETE", "/organisations"), 405, "method-not-allowed"),
                BadInput.of("PATCH", scene -> scene.bare("PATCH", "/organisations"), 405, "method-not-allowed"),
                BadInput.of("TRACE", scene -> scene.bare("TRACE", "/organisations"), 405, "method-not-allowed"),
                BadInput.of(
                        "a method that is none",
                        scene -> scene.bare("BREW", "/organisations"),
                        405,
                        "method-not-allowed"),
                BadInput.of(
                        "POST where one reads", scene -> scene.post("/notices").body("{}"), 405, "method-not-allowed"));
    }

    private static Stream<BadInput> parameters() {
        return Stream.of(
                page("a page of none", "size=0"),
                page("a page below none", "size=-1"),
                page("a page of 101", "size=101"),
                parameter("a page of 2^31", "size=2147483648"),
                parameter("a page of words", "size=many"),
                parameter("a page of half", "size=1.5"),
                page("a cursor that is none", "cursor=garbage"),
                page("a cursor with SQL", "cursor=%27%20or%201%3D1%20--"),
                page("a cursor with U+0000", "cursor=%00"),
                parameter("a status that is none", "status=RICH"),
                parameter("an organisation that is none", "organisation=garbage"),
                BadInput.of(
                        "a reference that is too long",
                        scene -> scene.get("/applications?reference=" + "x".repeat(41)),
                        400,
                        "invalid-request",
                        ""),
                BadInput.of(
                        "a reference with U+0000",
                        scene -> scene.get("/applications?reference=%00"),
                        400,
                        "invalid-request",
                        ""));
    }

    private static BadInput malformedVersion(String name, String etag) {
        return BadInput.of(name, scene -> ifMatch(scene, etag), 400, "invalid-if-match", "");
    }

    private static BadInput key(String name, java.util.function.Function<Scene, RawRequest> request) {
        return BadInput.of(name, request, 400, "idempotency-key-required", "");
    }

    private static BadInput page(String name, String query) {
        return BadInput.of(name, scene -> scene.get("/applications?" + query), 400, "invalid-page", "");
    }

    private static BadInput parameter(String name, String query) {
        return BadInput.of(name, scene -> scene.get("/applications?" + query), 400, "invalid-parameter", "");
    }

    private static RawRequest organisation(Scene scene) {
        return scene.post("/organisations").body(GOOD);
    }

    private static RawRequest answers(Scene scene) {
        return scene.put("/applications/" + scene.draft() + "/answers").body("{\"answers\":{\"degree\":\"doctoral\"}}");
    }

    private static RawRequest ifMatch(Scene scene, String etag) {
        return answers(scene).instead("If-Match", etag);
    }
}
