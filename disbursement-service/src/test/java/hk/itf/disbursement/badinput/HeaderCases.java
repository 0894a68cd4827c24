package hk.itf.disbursement.badinput;

import hk.itf.infra.testkit.RawRequest;
import java.util.function.Function;
import java.util.stream.Stream;

/** Headers that are missing, malformed or stale; paths, methods and parameters that are not there. */
final class HeaderCases {

    private HeaderCases() {}

    static Stream<BadInput> all() {
        return Stream.of(versions(), keys(), negotiation(), answers(), routes(), parameters())
                .flatMap(each -> each);
    }

    private static Stream<BadInput> versions() {
        return Stream.of(
                        versionsOf("a preparation", scene -> act(scene, "preparation")),
                        versionsOf("a release", scene -> act(scene, "release")),
                        versionsOf("a return", scene -> scene.does(Act.RETURN)),
                        versionsOf(
                                "a carry-over that is confirmed",
                                scene -> scene.confirmCarryOver(scene.the(SceneResource.CARRY_OVER))),
                        versionsOf("a confirmation", scene -> scene.does(Act.CONFIRM)),
                        versionsOf("cash", scene -> scene.does(Act.CASH)),
                        versionsOf("cash that is confirmed", HeaderCases::confirmsCash),
                        versionsOf(
                                "a set-off",
                                scene -> scene.does(
                                        Act.SET_OFF,
                                        Act.SET_OFF.with(
                                                "tranche", "\"" + scene.the(SceneResource.DUE_TRANCHE) + "\""))),
                        versionsOf("a set-off that is confirmed", HeaderCases::confirmsSetOff),
                        versionsOf("cash that is withdrawn", scene -> scene.does(Act.WITHDRAW_CASH)),
                        versionsOf("a set-off that is withdrawn", scene -> scene.does(Act.WITHDRAW_SET_OFF)))
                .flatMap(each -> each);
    }

    private static Stream<BadInput> versionsOf(String act, Function<Scene, RawRequest> request) {
        var malformed = Stream.of("*", "W/\"0\"", "0", "\"0\", \"1\"", "\"-1\"", "\"4294967296\"", "\"a7f3\"")
                .map(etag -> BadInput.of(
                        act + " with If-Match: " + etag,
                        scene -> request.apply(scene).instead("If-Match", etag),
                        400,
                        "invalid-if-match",
                        ""));
        return Stream.concat(
                malformed,
                Stream.of(
                        BadInput.of(
                                act + " without If-Match",
                                scene -> request.apply(scene).without("If-Match"),
                                428,
                                "if-match-required"),
                        BadInput.of(
                                act + " with an empty If-Match",
                                scene -> request.apply(scene).instead("If-Match", ""),
                                428,
                                "if-match-required"),
                        BadInput.of(
                                act + " of another version",
                                scene -> request.apply(scene).instead("If-Match", "\"77\""),
                                412,
                                "stale-version")));
    }

    private static Stream<BadInput> keys() {
        return Stream.of(
                key("no key", scene -> scene.does(Act.OPEN).without("Idempotency-Key")),
                key("an empty key", scene -> keyed(scene, "")),
                key("a key of quotes", scene -> keyed(scene, "\"\"")),
                key("a key of 256 characters", scene -> keyed(scene, "k".repeat(256))),
                key("a key with a space", scene -> keyed(scene, "a b")),
                key("a key with a tab", scene -> keyed(scene, "a\tb")),
                key("a key beyond ASCII", scene -> keyed(scene, "clé-1234")),
                key("two keys", scene -> keyed(scene, "one").with("Idempotency-Key", "two")),
                key(
                        "no key for a preparation",
                        scene -> act(scene, "preparation").without("Idempotency-Key")),
                key("no key for a release", scene -> act(scene, "release").without("Idempotency-Key")),
                key("no key for cash", scene -> scene.does(Act.CASH).without("Idempotency-Key")),
                key("no key for a set-off", scene -> scene.does(Act.SET_OFF).without("Idempotency-Key")),
                key("no key to confirm cash", scene -> confirmsCash(scene).without("Idempotency-Key")),
                key(
                        "no key to confirm a set-off",
                        scene -> confirmsSetOff(scene).without("Idempotency-Key")),
                key("no key for bank details", scene -> scene.does(Act.FILE).without("Idempotency-Key")),
                key(
                        "no key for more money",
                        scene -> scene.confirmTopUp(scene.the(SceneResource.TOP_UP))
                                .without("Idempotency-Key")),
                key("no key to end a year", scene -> scene.does(Act.CARRY_OVER).without("Idempotency-Key")),
                key(
                        "no key to confirm the end of a year",
                        scene -> scene.confirmCarryOver(scene.the(SceneResource.CARRY_OVER))
                                .without("Idempotency-Key")),
                key(
                        "no key to withdraw the end of a year",
                        scene -> scene.does(Act.WITHDRAW_CARRY_OVER).without("Idempotency-Key")),
                key(
                        "no key to withdraw cash",
                        scene -> scene.does(Act.WITHDRAW_CASH).without("Idempotency-Key")),
                key(
                        "no key to withdraw a set-off",
                        scene -> scene.does(Act.WITHDRAW_SET_OFF).without("Idempotency-Key")),
                key(
                        "no key to withdraw a top-up",
                        scene -> scene.does(Act.WITHDRAW_TOP_UP).without("Idempotency-Key")),
                key(
                        "no key for a payment run",
                        scene -> scene.post("/payment-runs").without("Idempotency-Key")));
    }

    private static Stream<BadInput> negotiation() {
        return Stream.of(
                unsupported("text", scene -> typed(scene, "text/plain")),
                unsupported("a form", scene -> typed(scene, "application/x-www-form-urlencoded")),
                unsupported("JSON said to be UTF-16", scene -> typed(scene, "application/json; charset=UTF-16")),
                unsupported("JSON in an unknown character set", scene -> typed(scene, "application/json; charset=x")),
                unsupported("a compressed body", scene -> scene.does(Act.OPEN).with("Content-Encoding", "gzip")),
                BadInput.of("a media type that is none", scene -> typed(scene, "json"), 400, "malformed-request"),
                BadInput.of(
                        "headers of 17 KiB",
                        scene -> scene.get("/tranches").with("X-Filler", "x".repeat(17 * 1024)),
                        431,
                        "headers-too-large"));
    }

    /** Everywhere, because a path that does not say what it answers with answers with anything. */
    private static Stream<BadInput> answers() {
        return Stream.of(
                        "/awards",
                        "/books",
                        "/coherence",
                        "/debtors",
                        "/duty-conflicts",
                        "/envelopes",
                        "/holds",
                        "/payments/attempts",
                        "/payment-runs",
                        "/payments/parked",
                        "/receivables",
                        "/tranches")
                .flatMap(path -> Stream.of("text/plain", "text/html", "application/xml", "json")
                        .map(accept -> BadInput.of(
                                path + " as " + accept,
                                scene -> scene.get(path).with("Accept", accept),
                                406,
                                "not-acceptable")));
    }

    private static Stream<BadInput> routes() {
        return Stream.concat(
                Stream.of("/colours", "/", "/books/x", "/tranches/mine/x", "/q/health", "/q/metrics", "/q/openapi")
                        .map(path -> BadInput.of("GET " + path, scene -> scene.get(path), 404, "not-found")),
                Stream.of(
                        BadInput.of(
                                "a path that climbs",
                                scene -> scene.get("/tranches/../../etc/passwd"),
                                404,
                                "not-found"),
                        BadInput.of(
                                "a path of 5,000 characters",
                                scene -> scene.get("/tranches/" + "x".repeat(5000)),
                                414,
                                "uri-too-long"),
                        method("DELETE", "/tranches"),
                        method("PATCH", "/envelopes"),
                        method("TRACE", "/books"),
                        method("BREW", "/books"),
                        method("POST", "/books"),
                        method("POST", "/awards"),
                        method("POST", "/coherence"),
                        method("DELETE", "/holds"),
                        method("PUT", "/envelopes")));
    }

    private static Stream<BadInput> parameters() {
        return Stream.concat(
                Stream.of(
                                "/awards",
                                "/envelopes",
                                "/tranches",
                                "/holds",
                                "/payments/attempts",
                                "/duty-conflicts",
                                "/receivables",
                                "/payment-runs",
                                "/debtors")
                        .flatMap(HeaderCases::pages),
                Stream.of(
                        parameter("/awards?status=RICH"),
                        parameter("/tranches?status=due"),
                        parameter("/payments/attempts?status=0"),
                        parameter("/duty-conflicts?status=CLOSED"),
                        parameter("/duty-conflicts?grant=garbage"),
                        parameter("/duty-conflicts?grant=%00"),
                        parameter("/receivables?status=LATE"),
                        parameter("/receivables?status=open"),
                        parameter("/receivables?organisation=garbage"),
                        parameter("/receivables?organisation=%00"),
                        parameter("/receivables?overdue=maybe"),
                        parameter("/debtors?asOf=yesterday"),
                        parameter("/debtors?asOf=2026-02-30"),
                        parameter("/debtors?asOf=20.11.2026"),
                        parameter("/debtors?asOf=2026-11-20T00:00:00Z"),
                        parameter("/debtors?asOf=2999-01-01"),
                        parameter("/debtors?asOf=1999-12-31"),
                        parameter("/debtors?asOf=-999999999-01-01"),
                        parameter("/debtors?asOf=%2B999999999-12-31"),
                        parameter("/debtors?asOf=%00"),
                        run("0"),
                        run("-1"),
                        run("101"),
                        run("2147483648"),
                        run("1.5"),
                        run("ten"),
                        run("%00"),
                        BadInput.of(
                                "holds that stand perhaps",
                                scene -> scene.get("/holds?standing=maybe"),
                                400,
                                "invalid-request",
                                "")));
    }

    private static Stream<BadInput> pages(String list) {
        return Stream.concat(
                Stream.of(
                                "size=0",
                                "size=-1",
                                "size=101",
                                "cursor=garbage",
                                "cursor=%27%20or%201%3D1%20--",
                                "cursor=%00")
                        .map(query -> BadInput.of(
                                list + "?" + query, scene -> scene.get(list + "?" + query), 400, "invalid-page", "")),
                Stream.of("size=2147483648", "size=many", "size=1.5").map(query -> parameter(list + "?" + query)));
    }

    private static BadInput parameter(String target) {
        return BadInput.of(target, scene -> scene.get(target), 400, "invalid-parameter", "");
    }

    private static BadInput run(String upTo) {
        return BadInput.of(
                "a run up to " + upTo, scene -> scene.post("/payment-runs?upTo=" + upTo), 400, "invalid-parameter", "");
    }

    private static BadInput method(String method, String path) {
        return BadInput.of(method + " " + path, scene -> scene.bare(method, path), 405, "method-not-allowed");
    }

    private static BadInput key(String name, Function<Scene, RawRequest> request) {
        return BadInput.of(name, request, 400, "idempotency-key-required", "");
    }

    private static BadInput unsupported(String name, Function<Scene, RawRequest> request) {
        return BadInput.of(name, request, 415, "unsupported-media-type");
    }

    private static RawRequest keyed(Scene scene, String key) {
        return scene.does(Act.OPEN).instead("Idempotency-Key", key);
    }

    private static RawRequest typed(Scene scene, String mediaType) {
        return scene.does(Act.OPEN).instead("Content-Type", mediaType);
    }

    private static RawRequest confirmsCash(Scene scene) {
        return scene.confirm("cash", scene.the(SceneResource.CASH));
    }

    private static RawRequest confirmsSetOff(Scene scene) {
        return scene.confirm("set-off", scene.the(SceneResource.SET_OFF));
    }

    private static RawRequest act(Scene scene, String act) {
        return scene.post("/tranches/" + scene.the(SceneResource.TRANCHE) + "/" + act)
                .with("If-Match", "\"0\"");
    }
}
