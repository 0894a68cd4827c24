package hk.itf.applications.badinput;

import static hk.itf.applications.badinput.Bodies.ascii;
import static hk.itf.applications.badinput.Bodies.bytes;
import static hk.itf.applications.badinput.Bodies.joined;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Bodies that are not JSON, not the JSON of this path, or too much of it. */
final class BodyCases {

    private static final String GOOD = "{\"name\":\"Harbour Robotics Limited\",\"kind\":\"COMPANY\"}";

    private BodyCases() {}

    static Stream<BadInput> all() {
        return Stream.of(encodings(), shapes(), fields(), sizes()).flatMap(each -> each);
    }

    private static Stream<BadInput> encodings() {
        return Stream.of(
                malformed("a byte order mark", joined(bytes(0xEF, 0xBB, 0xBF), ascii(GOOD))),
                malformed("UTF-16 with a byte order mark", GOOD.getBytes(StandardCharsets.UTF_16)),
                malformed("UTF-16, big end first", GOOD.getBytes(StandardCharsets.UTF_16BE)),
                malformed("UTF-16, little end first", GOOD.getBytes(StandardCharsets.UTF_16LE)),
                malformed("UTF-32", GOOD.getBytes(java.nio.charset.Charset.forName("UTF-32BE"))),
                malformed("a byte that no UTF-8 has", name(bytes(0xFF)), "/name"),
                malformed("a UTF-8 sequence cut short", name(bytes(0xE4, 0xBD)), "/name"),
                BadInput.of(
                        "an overlong UTF-8 sequence",
                        scene -> scene.post("/organisations").body(name(bytes(0xC0, 0x80))),
                        400,
                        "invalid-request",
                        "/name"),
                malformed("a surrogate in UTF-8", name(bytes(0xED, 0xA0, 0x80)), "/name"),
                malformed("a raw control character in a text", name(bytes(0x01)), "/name"),
                malformed("a raw NUL after the body", joined(ascii(GOOD), bytes(0))),
                malformed("an unknown escape", ascii("{\"name\":\"a\\x41\",\"kind\":\"COMPANY\"}"), "/name"));
    }

    private static Stream<BadInput> shapes() {
        return Stream.of(
                body("an empty body", "", "invalid-request", ""),
                body("white space alone", " \n", "invalid-request", ""),
                body("a literal null", "null", "invalid-request", ""),
                body("an array instead of an object", "[" + GOOD + "]", "malformed-json", ""),
                body("a string instead of an object", "\"COMPANY\"", "malformed-json", ""),
                body("a number instead of an object", "7", "malformed-json", ""),
                body("trailing JSON", GOOD + GOOD, "malformed-json", ""),
                body("a trailing word", GOOD + " x", "malformed-json", ""),
                body("a trailing bracket", GOOD + "]", "malformed-json", ""),
                body("a body cut short", GOOD.substring(0, 30), "malformed-json", "/name"),
                body("a comment", "/* */" + GOOD, "malformed-json", ""),
                body("single quotes", GOOD.replace('"', '\''), "malformed-json", ""),
                body("a trailing comma", "{\"name\":\"A\",\"kind\":\"COMPANY\",}", "malformed-json", ""),
                body("XML", "<name>A</name>", "malformed-json", ""),
                body("a key twice", "{\"name\":\"A\",\"name\":\"B\",\"kind\":\"COMPANY\"}", "malformed-json", ""),
                BadInput.of(
                        "a key twice, deep down",
                        scene -> scene.answer(
                                "monthly-salary", "{\"amount\":\"1.00\",\"amount\":\"2.00\",\"currency\":\"HKD\"}"),
                        400,
                        "malformed-json",
                        "/answers"));
    }

    private static Stream<BadInput> fields() {
        return Stream.of(
                body("an unknown field", with("\"colour\":\"red\""), "invalid-request", "/colour"),
                body(
                        "a field that only the server sets",
                        with("\"id\":\"" + Scene.ABSENT + "\""),
                        "invalid-request",
                        "/id"),
                body("a field of another case", "{\"Name\":\"A\",\"kind\":\"COMPANY\"}", "invalid-request", "/name"),
                body("an unknown field with slashes", with("\"a/b~c\":1"), "invalid-request", "/a~1b~0c"),
                body(
                        "an unknown field of 1,000 characters",
                        with("\"" + "x".repeat(1000) + "\":1"),
                        "invalid-request",
                        "/" + "x".repeat(63)),
                body("an unknown field that is a lone surrogate", with("\"\\ud800\":1"), "malformed-json", ""),
                body(
                        "an unknown field with controls",
                        with("\"a\\u0000\\u202eb\":1"),
                        "invalid-request",
                        "/a\uFFFD\uFFFDb"),
                body("a missing field", "{\"kind\":\"COMPANY\"}", "invalid-request", "/name"),
                body("null for a text", named("null"), "invalid-request", "/name"),
                body("a number for a text", named("7"), "invalid-request", "/name"),
                body("a fraction for a text", named("7.5"), "invalid-request", "/name"),
                body("a boolean for a text", named("true"), "invalid-request", "/name"),
                body("an object for a text", named("{\"en\":\"A\"}"), "invalid-request", "/name"),
                body("an array for a text", named("[\"A\"]"), "invalid-request", "/name"),
                body("a blank text", named("\"   \""), "invalid-request", "/name"),
                body("a text that is too long", named("\"" + "x".repeat(201) + "\""), "invalid-request", "/name"),
                body("a number for a choice", "{\"name\":\"A\",\"kind\":0}", "invalid-request", "/kind"),
                body(
                        "a number in a string for a choice",
                        "{\"name\":\"A\",\"kind\":\"0\"}",
                        "invalid-request",
                        "/kind"),
                body("no choice", "{\"name\":\"A\",\"kind\":\"\"}", "invalid-request", "/kind"),
                body("an unknown choice", "{\"name\":\"A\",\"kind\":\"SECT\"}", "invalid-request", "/kind"),
                body("a choice in lower case", "{\"name\":\"A\",\"kind\":\"company\"}", "invalid-request", "/kind"),
                started("an id that is none", "\"rth\"", "\"1-1-1-1-1\"", "/organisation"),
                started("an id that is a number", "\"rth\"", "7", "/organisation"),
                started("an id that is empty", "\"rth\"", "\"\"", "/organisation"),
                started("a scheme that is none", "\"R T H\"", "\"" + Scene.ABSENT + "\"", "/scheme"),
                started("a scheme that is empty", "\"\"", "\"" + Scene.ABSENT + "\"", "/scheme"));
    }

    private static Stream<BadInput> sizes() {
        return Stream.of(
                body("a number of 41 digits", named("1" + "0".repeat(40)), "malformed-json", ""),
                body("5,000 levels", "[".repeat(5000) + "]".repeat(5000), "malformed-json", ""),
                body(
                        "5,000 levels in an unknown field",
                        with("\"x\":" + "[".repeat(5000) + "]".repeat(5000)),
                        "invalid-request",
                        "/x"),
                body("a key of 60,000 characters", with("\"" + "x".repeat(60_000) + "\":1"), "malformed-json", ""),
                body("a text of 60,000 characters", named("\"" + "x".repeat(60_000) + "\""), "malformed-json", "/name"),
                large("a key of a megabyte", with("\"" + "x".repeat(1 << 20) + "\":1")),
                large("a body of 64 KiB and one byte", GOOD + " ".repeat(64 * 1024 + 1 - GOOD.length())),
                BadInput.of(
                        "a length that is not there",
                        scene -> scene.post("/organisations").with("Content-Length", "99999999999"),
                        413,
                        "too-large"),
                BadInput.of(
                        "a body in chunks",
                        scene -> scene.post("/organisations").body(GOOD).inChunks(),
                        411,
                        "length-required"),
                BadInput.of(
                        "a length and chunks at once",
                        scene -> scene.post("/organisations")
                                .with("Content-Length", "7")
                                .body(GOOD)
                                .inChunks(),
                        411,
                        "length-required"),
                BadInput.of(
                        "a large body in chunks",
                        scene -> scene.post("/organisations")
                                .body(GOOD + " ".repeat(100_000))
                                .inChunks(),
                        411,
                        "length-required"));
    }

    private static BadInput malformed(String name, byte[] body) {
        return malformed(name, body, "");
    }

    private static BadInput malformed(String name, byte[] body, String pointer) {
        return BadInput.of(name, scene -> scene.post("/organisations").body(body), 400, "malformed-json", pointer);
    }

    private static BadInput body(String name, String body, String problem, String pointer) {
        return BadInput.of(name, scene -> scene.post("/organisations").body(body), 400, problem, pointer);
    }

    private static BadInput large(String name, String body) {
        return BadInput.of(name, scene -> scene.post("/organisations").body(body), 413, "too-large");
    }

    private static BadInput started(String name, String scheme, String organisation, String pointer) {
        return BadInput.of(
                name,
                scene -> scene.post("/applications")
                        .body("{\"scheme\":" + scheme + ",\"organisation\":" + organisation + ",\"answers\":{}}"),
                400,
                "invalid-request",
                pointer);
    }

    private static String named(String json) {
        return "{\"name\":" + json + ",\"kind\":\"COMPANY\"}";
    }

    private static String with(String field) {
        return "{\"name\":\"A\",\"kind\":\"COMPANY\"," + field + "}";
    }

    private static byte[] name(byte[] bytes) {
        return joined(ascii("{\"kind\":\"COMPANY\",\"name\":\"a"), bytes, ascii("b\"}"));
    }
}
