package hk.itf.assessment.badinput;

import static hk.itf.assessment.badinput.Bodies.ascii;
import static hk.itf.assessment.badinput.Bodies.bytes;
import static hk.itf.assessment.badinput.Bodies.joined;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** Bodies that are not JSON, not the JSON of their path, or too much of it. */
final class BodyCases {

    private static final String GOOD = Act.DECLARE.good();

    private BodyCases() {}

    static Stream<BadInput> all() {
        return Stream.of(
                        encodings(),
                        shapes(),
                        sizes(),
                        Arrays.stream(Act.values()).flatMap(BodyCases::ofEvery))
                .flatMap(each -> each);
    }

    private static Stream<BadInput> encodings() {
        return Stream.of(
                malformed("a byte order mark", joined(bytes(0xEF, 0xBB, 0xBF), ascii(GOOD)), ""),
                malformed("UTF-16 with a byte order mark", GOOD.getBytes(StandardCharsets.UTF_16), ""),
                malformed("UTF-16, little end first", GOOD.getBytes(StandardCharsets.UTF_16LE), ""),
                malformed("UTF-32", GOOD.getBytes(Charset.forName("UTF-32BE")), ""),
                malformed("a byte that no UTF-8 has", reason(bytes(0xFF)), "/reason"),
                malformed("a UTF-8 sequence cut short", reason(bytes(0xE4, 0xBD)), "/reason"),
                BadInput.of(
                        "an overlong UTF-8 sequence",
                        scene -> scene.does(Act.DECLARE).body(reason(bytes(0xC0, 0x80))),
                        400,
                        "invalid-request",
                        "/reason"),
                malformed("a surrogate in UTF-8", reason(bytes(0xED, 0xA0, 0x80)), "/reason"),
                malformed("a raw control character in a text", reason(bytes(0x01)), "/reason"),
                malformed("a raw NUL after the body", joined(ascii(GOOD), bytes(0)), ""));
    }

    private static Stream<BadInput> shapes() {
        return Stream.of(
                malformed("trailing JSON", GOOD + GOOD, ""),
                malformed("a trailing word", GOOD + " x", ""),
                malformed("a trailing bracket", GOOD + "]", ""),
                malformed("a body cut short", "{\"reason\":\"I am", "/reason"),
                malformed("a comment", "/* */" + GOOD, ""),
                malformed("single quotes", GOOD.replace('"', '\''), ""),
                malformed("a trailing comma", GOOD.replace("}", ",}"), ""),
                malformed("XML", "<reason>Mine.</reason>", ""),
                malformed("a key twice", Act.DECLARE.and("\"reason\":\"Theirs.\""), ""),
                BadInput.of(
                        "a key twice, deep down",
                        scene -> scene.does(
                                Act.DECIDE,
                                Bodies.decision("{\"amount\":\"1.00\",\"amount\":\"2.00\",\"currency\":\"HKD\"}")),
                        400,
                        "malformed-json",
                        "/awarded"),
                BadInput.of(
                        "a mark twice",
                        scene -> scene.does(Act.SCORE, Bodies.marks("{\"talent-fit\":1,\"talent-fit\":2}")),
                        400,
                        "malformed-json",
                        "/marks"));
    }

    private static Stream<BadInput> sizes() {
        return Stream.of(
                malformed("a number of 41 digits", Act.DECLARE.with("1" + "0".repeat(40)), ""),
                malformed("5,000 levels", "[".repeat(5000) + "]".repeat(5000), ""),
                malformed("a key of 60,000 characters", Act.DECLARE.and("\"" + "x".repeat(60_000) + "\":1"), ""),
                malformed("a text of 60,000 characters", Act.DECLARE.with("\"" + "x".repeat(60_000) + "\""), "/reason"),
                large("a key of a megabyte", Act.DECLARE.and("\"" + "x".repeat(1 << 20) + "\":1")),
                large("a body of 64 KiB and one byte", GOOD + " ".repeat(64 * 1024 + 1 - GOOD.length())),
                BadInput.of(
                        "a length that is not there",
                        scene -> scene.does(Act.DECLARE).with("Content-Length", "99999999999"),
                        413,
                        "too-large"),
                BadInput.of(
                        "a body in chunks",
                        scene -> scene.does(Act.DECLARE, GOOD).inChunks(),
                        411,
                        "length-required"));
    }

    private static Stream<BadInput> fields() {
        return Stream.of(
                invalid("a field that only the server sets", "\"id\":\"" + Scene.ABSENT + "\"", "/id"),
                invalid("an unknown field with slashes", "\"a/b~c\":1", "/a~1b~0c"),
                invalid("an unknown field of 1,000 characters", "\"" + "x".repeat(1000) + "\":1", "/" + "x".repeat(63)),
                invalid("an unknown field with controls", "\"a\\u0000\\u202eb\":1", "/a\uFFFD\uFFFDb"),
                invalid("5,000 levels in an unknown field", "\"x\":" + "[".repeat(5000) + "]".repeat(5000), "/x"));
    }

    /** Whatever the act: its body is an object with its fields and no others. */
    private static Stream<BadInput> ofEvery(Act act) {
        var shapes = Stream.of(
                malformed(act, "an array instead of an object", "[" + act.good() + "]"),
                malformed(act, "a string instead of an object", "\"APPROVE\""),
                malformed(act, "a number instead of an object", "7"),
                BadInput.invalid("an unknown field", act, act.and("\"colour\":\"red\""), "/colour"));
        return act.needsNoBody()
                ? shapes
                : Stream.concat(
                        shapes,
                        Stream.of(
                                BadInput.invalid("an empty body", act, "", ""),
                                BadInput.invalid("white space alone", act, " \n", ""),
                                BadInput.invalid("a literal null", act, "null", "")));
    }

    private static BadInput invalid(String name, String field, String pointer) {
        return BadInput.invalid(name, Act.DECLARE, Act.DECLARE.and(field), pointer);
    }

    private static BadInput malformed(String name, byte[] body, String pointer) {
        return BadInput.of(name, scene -> scene.does(Act.DECLARE).body(body), 400, "malformed-json", pointer);
    }

    private static BadInput malformed(String name, String body, String pointer) {
        return malformed(name, ascii(body), pointer);
    }

    private static BadInput malformed(Act act, String name, String body) {
        return BadInput.of(act + ": " + name, scene -> scene.does(act, body), 400, "malformed-json", "");
    }

    private static BadInput large(String name, String body) {
        return BadInput.of(name, scene -> scene.does(Act.DECLARE, body), 413, "too-large");
    }

    private static byte[] reason(byte[] bytes) {
        return joined(ascii("{\"organisation\":\"" + Scene.ABSENT + "\",\"reason\":\"a"), bytes, ascii("b\"}"));
    }
}
