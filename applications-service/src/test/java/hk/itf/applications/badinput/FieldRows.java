package hk.itf.applications.badinput;

import static hk.itf.applications.badinput.Bodies.hkd;

import hk.itf.infra.testkit.Tokens;
import hk.itf.infra.testkit.http.BadRequest;
import hk.itf.infra.testkit.http.RawRequest;
import java.util.function.Function;
import java.util.stream.Stream;

/** Bad fields and parameters of organisations, calls, applications and claims. */
final class FieldRows {

    /** A text with a character that no text may contain. */
    private static final String UNCLEAN = "\"Harbour\\u0000Robotics\"";

    private FieldRows() {}

    static Stream<BadRequest<Fixture>> all() {
        return Stream.of(organisations(), calls(), applications(), fileClaim(), parameters(), versions())
                .flatMap(each -> each);
    }

    private static Stream<BadRequest<Fixture>> organisations() {
        return Stream.of(
                organisation("no name", "{\"kind\":\"COMPANY\"}", "/name"),
                organisation("a blank name", "{\"name\":\"   \",\"kind\":\"COMPANY\"}", "/name"),
                organisation(
                        "a name of 201 characters",
                        "{\"name\":\"" + "x".repeat(201) + "\",\"kind\":\"COMPANY\"}",
                        "/name"),
                organisation("an unclean name", "{\"name\":" + UNCLEAN + ",\"kind\":\"COMPANY\"}", "/name"),
                organisation("an unknown kind", "{\"name\":\"A\",\"kind\":\"SECT\"}", "/kind"),
                organisation("no kind", "{\"name\":\"A\"}", "/kind"),
                member("a member who is no person", "{\"person\":\"ada\",\"role\":\"EDITOR\"}", "/person"),
                member("an unknown role", "{\"person\":\"" + Fixture.ABSENT + "\",\"role\":\"OWNER\"}", "/role"));
    }

    private static Stream<BadRequest<Fixture>> calls() {
        return Stream.of(
                call(
                        "a call with a malformed id",
                        "{\"id\":\"-\",\"opens\":\"2027-09-01\",\"closes\":\"2027-10-31\"}",
                        "/id"),
                call("a call without a last day", "{\"id\":\"2027-1\",\"opens\":\"2027-09-01\"}", "/closes"),
                call(
                        "a call with a malformed first day",
                        "{\"id\":\"2027-1\",\"opens\":\"2027-02-30\",\"closes\":\"2027-10-31\"}",
                        "/opens"));
    }

    private static Stream<BadRequest<Fixture>> applications() {
        return Stream.of(
                application("a malformed organisation", "\"rth\"", "\"1-1-1-1-1\"", "/organisation"),
                application("a malformed scheme", "\"R T H\"", "\"" + Fixture.ABSENT + "\"", "/scheme"),
                application("an empty scheme", "\"\"", "\"" + Fixture.ABSENT + "\"", "/scheme"),
                BadRequest.of(
                        "an unclean reason of a withdrawal",
                        fixture -> fixture.post("/applications/" + fixture.draft() + "/withdrawal")
                                .with("If-Match", "\"0\"")
                                .body("{\"reason\":" + UNCLEAN + "}"),
                        400,
                        "invalid-request",
                        "/reason"));
    }

    private static Stream<BadRequest<Fixture>> fileClaim() {
        var good = hkd("60000.00");
        return Stream.of(
                claim("a fraction as month", "1.5", good, "invalid-request", "/lines/0/month"),
                claim("no month", "null", good, "invalid-claim", "/lines/0/month"),
                claim("month 0", "0", good, "invalid-claim", "/lines/0/month"),
                claim("a month after the last", "4", good, "invalid-claim", "/lines/0/month"),
                claim("a negative payment", "1", hkd("-0.01"), "invalid-claim", "/lines/0/paid"),
                claim("no payment", "1", "null", "invalid-request", "/lines/0/paid"),
                claim(
                        "a payment in another currency",
                        "1",
                        "{\"amount\":\"1.00\",\"currency\":\"USD\"}",
                        "invalid-request",
                        "/lines/0/paid"),
                BadRequest.of(
                        "an unclean report",
                        fixture -> fixture.claimChange("1", hkd("1.00"), UNCLEAN),
                        400,
                        "invalid-claim",
                        "/report"),
                claimOfKind("an unknown kind of claim", "\"BRIBE\"", 400, "invalid-request"),
                claimOfKind("a number as kind of claim", "1", 400, "invalid-request"),
                claimOfKind("a report in a scheme without reports", "\"REPORT\"", 422, "no-such-claim"),
                claimOfKind("matching money in a scheme without it", "\"MATCHING\"", 422, "no-such-claim"),
                claimOfKind("accounts in a scheme without accounts", "\"ACCOUNTS\"", 422, "no-such-claim"),
                claimOfKind("a stage gate in a scheme without stages", "\"STAGE_GATE\"", 422, "no-such-claim"));
    }

    private static Stream<BadRequest<Fixture>> parameters() {
        var malformed = Stream.of(
                        "/applications?status=RICH",
                        "/applications?organisation=garbage",
                        "/applications/%s/papers?task=garbage",
                        "/applications/%s/papers/%s?task=garbage")
                .map(path -> parameter(path, fixture -> fixture.get(path.formatted(fixture.draft(), fixture.paper()))));
        var references = Stream.of("x".repeat(41), "%00")
                .map(text -> BadRequest.<Fixture>of(
                        "the reference " + text,
                        fixture -> fixture.get("/applications?reference=" + text),
                        400,
                        "invalid-request",
                        ""));
        var assessor = parameter(
                "/applications/{application}/answers-for-review?task=garbage",
                fixture -> fixture.get("/applications/" + fixture.draft() + "/answers-for-review?task=garbage")
                        .replacing("Authorization", "Bearer " + Tokens.of("an assessor", "assessor")));
        return Stream.of(malformed, references, Stream.of(assessor)).flatMap(each -> each);
    }

    /** Changes with a body. Changes without one are checked by {@link OperationTableTest}. */
    private static Stream<BadRequest<Fixture>> versions() {
        return Stream.<Function<Fixture, RawRequest>>of(
                        fixture -> fixture.put("/applications/" + fixture.draft() + "/answers")
                                .body("{\"answers\":{\"degree\":\"doctoral\"}}"),
                        fixture -> fixture.claimChange("1", hkd("1.00"), "\"It runs.\""),
                        fixture -> fixture.put("/applications/" + fixture.grant() + "/amendments/" + fixture.claim())
                                .body("{\"lastDay\":\"2026-11-30\",\"reason\":\"The work ends.\"}"),
                        fixture -> fixture.post("/applications/" + fixture.draft() + "/withdrawal")
                                .body("{\"reason\":\"The post is filled.\"}"))
                .flatMap(change -> Stream.of(BadRequest.of(
                        "a change without If-Match",
                        fixture -> change.apply(fixture).without("If-Match"),
                        428,
                        "if-match-required")));
    }

    private static BadRequest<Fixture> organisation(String name, String body, String pointer) {
        return BadRequest.of(
                name, fixture -> fixture.post("/organisations").body(body), 400, "invalid-request", pointer);
    }

    private static BadRequest<Fixture> member(String name, String body, String pointer) {
        return BadRequest.of(
                name,
                fixture -> fixture.post("/organisations/" + fixture.organisation() + "/members")
                        .body(body),
                400,
                "invalid-request",
                pointer);
    }

    private static BadRequest<Fixture> call(String name, String body, String pointer) {
        return BadRequest.of(
                name, fixture -> fixture.schemeAdmin("/schemes/rth/calls").body(body), 400, "invalid-request", pointer);
    }

    private static BadRequest<Fixture> application(String name, String scheme, String organisation, String pointer) {
        return BadRequest.of(
                name,
                fixture -> fixture.post("/applications")
                        .body("{\"scheme\":" + scheme + ",\"organisation\":" + organisation + ",\"answers\":{}}"),
                400,
                "invalid-request",
                pointer);
    }

    private static BadRequest<Fixture> claim(String name, String month, String paid, String slug, String pointer) {
        return BadRequest.of(name, fixture -> fixture.claimChange(month, paid, "\"It runs.\""), 400, slug, pointer);
    }

    private static BadRequest<Fixture> claimOfKind(String name, String kind, int status, String slug) {
        return BadRequest.of(
                name,
                fixture -> fixture.post("/applications/" + fixture.grant() + "/claims")
                        .body("{\"tranche\":\"" + fixture.tranche() + "\",\"kind\":" + kind
                                + ",\"lines\":[],\"report\":\"It runs.\"}"),
                status,
                slug,
                "/kind");
    }

    private static BadRequest<Fixture> parameter(String name, Function<Fixture, RawRequest> request) {
        return BadRequest.of(name, request, 400, "invalid-parameter", "");
    }
}
