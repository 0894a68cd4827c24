package hk.itf.disbursement.badinput;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Bodies that are not JSON, not the JSON of this path, or too much of it. */
final class BodyCases {

    private static final String GOOD = Act.OPEN.good();

    private BodyCases() {}

    static Stream<BadInput> all() {
        return Stream.of(encodings(), shapes(), fields(), sizes()).flatMap(each -> each);
    }

    private static Stream<BadInput> encodings() {
        return Stream.of(
                malformed("a byte order mark", joined(bytes(0xEF, 0xBB, 0xBF), ascii(GOOD)), ""),
                malformed("UTF-16 with a byte order mark", GOOD.getBytes(StandardCharsets.UTF_16), ""),
                malformed("UTF-16, big end first", GOOD.getBytes(StandardCharsets.UTF_16BE), ""),
                malformed("UTF-16, little end first", GOOD.getBytes(StandardCharsets.UTF_16LE), ""),
                malformed("UTF-32", GOOD.getBytes(Charset.forName("UTF-32BE")), ""),
                malformed("a byte that no UTF-8 has", reason(bytes(0xFF)), "/reason"),
                malformed("a UTF-8 sequence cut short", reason(bytes(0xE4, 0xBD)), "/reason"),
                BadInput.of(
                        "an overlong UTF-8 sequence",
                        scene -> scene.does(Act.OPEN, reason(bytes(0xC0, 0x80))),
                        400,
                        "invalid-request",
                        "/reason"),
                malformed("a surrogate in UTF-8", reason(bytes(0xED, 0xA0, 0x80)), "/reason"),
                malformed("a raw control character in a text", reason(bytes(0x01)), "/reason"),
                malformed("a raw NUL after the body", joined(ascii(GOOD), bytes(0)), ""),
                malformed("an unknown escape", reason(ascii("\\x41")), "/reason"));
    }

    private static Stream<BadInput> shapes() {
        return Stream.of(
                malformed("a string instead of an object", "\"rth\"", ""),
                malformed("a number instead of an object", "7", ""),
                malformed("trailing JSON", GOOD + GOOD, ""),
                malformed("a trailing word", GOOD + " x", ""),
                malformed("a trailing bracket", GOOD + "]", ""),
                malformed("a body cut short", GOOD.substring(0, GOOD.length() - 3), "/scheme"),
                malformed("a comment", "/* */" + GOOD, ""),
                malformed("single quotes", GOOD.replace('"', '\''), ""),
                malformed("a trailing comma", GOOD.substring(0, GOOD.length() - 1) + ",}", ""),
                malformed("XML", "<scheme>rth</scheme>", ""),
                malformed("a key twice", "{\"scheme\":\"rth\"," + GOOD.substring(1), ""),
                malformed(
                        "a key twice, deep down",
                        Act.OPEN.with("amount", "{\"amount\":\"1.00\",\"amount\":\"2.00\",\"currency\":\"HKD\"}"),
                        "/amount"),
                BadInput.invalid("white space alone", Act.OPEN, " \n", ""));
    }

    private static Stream<BadInput> fields() {
        return Stream.of(
                BadInput.field("a field that only the server sets", Act.OPEN, "id", "\"" + Scene.ABSENT + "\""),
                BadInput.field("the other side of a confirmation", Act.CONFIRM, "confirmedBy", "\"me\""),
                BadInput.invalid("an unknown field with slashes", Act.OPEN, Act.OPEN.with("a/b~c", "1"), "/a~1b~0c"),
                BadInput.invalid(
                        "an unknown field of 1,000 characters",
                        Act.OPEN,
                        Act.OPEN.with("x".repeat(1000), "1"),
                        "/" + "x".repeat(63)),
                BadInput.invalid(
                        "an unknown field with controls",
                        Act.OPEN,
                        Act.OPEN.with("a\\u0000\\u202eb", "1"),
                        "/a\uFFFD\uFFFDb"),
                malformed("an unknown field that is a lone surrogate", Act.OPEN.with("\\ud800", "1"), ""));
    }

    private static Stream<BadInput> sizes() {
        return Stream.of(
                malformed("a number of 41 digits", Act.OPEN.with("reason", "1" + "0".repeat(40)), ""),
                BadInput.field("a number of 1e400000000", Act.OPEN, "reason", "1e400000000"),
                malformed("5,000 levels", "[".repeat(5000) + "]".repeat(5000), ""),
                BadInput.invalid(
                        "5,000 levels in an amount",
                        Act.OPEN,
                        Act.OPEN.with("amount", nested("{\"amount\":", "}")),
                        "/amount/amount"),
                BadInput.field("5,000 levels in an unknown field", Act.OPEN, "x", nested("[", "]")),
                malformed("a key of 60,000 characters", Act.OPEN.with("x".repeat(60_000), "1"), ""),
                malformed(
                        "a text of 60,000 characters",
                        Act.OPEN.with("reason", "\"" + "x".repeat(60_000) + "\""),
                        "/reason"),
                large("a key of a megabyte", Act.OPEN.with("x".repeat(1 << 20), "1")),
                large("a body of 64 KiB and one byte", GOOD + " ".repeat(64 * 1024 + 1 - GOOD.length())),
                BadInput.of(
                        "a length that is not there",
                        scene -> scene.post("/envelopes").with("Content-Length", "99999999999"),
                        413,
                        "too-large"),
                BadInput.of("a body in chunks", scene -> scene.does(Act.OPEN).inChunks(), 411, "length-required"),
                BadInput.of(
                        "a large body in chunks",
                        scene ->
                                scene.does(Act.OPEN, GOOD + " ".repeat(100_000)).inChunks(),
                        411,
                        "length-required"));
    }

    private static BadInput malformed(String name, byte[] body, String pointer) {
        return BadInput.of(name, scene -> scene.does(Act.OPEN, body), 400, "malformed-json", pointer);
    }

    private static BadInput malformed(String name, String body, String pointer) {
        return malformed(name, body.getBytes(StandardCharsets.UTF_8), pointer);
    }

    private static BadInput large(String name, String body) {
        return BadInput.of(name, scene -> scene.does(Act.OPEN, body), 413, "too-large");
    }

    private static String nested(String open, String close) {
        return open.repeat(5000) + "1" + close.repeat(5000);
    }

    /** The good body with these bytes in the middle of its reason. */
    private static byte[] reason(byte[] bytes) {
        var parts = Act.OPEN.with("reason", "\"a|b\"").split("\\|");
        return joined(ascii(parts[0]), bytes, ascii(parts[1]));
    }

    private static byte[] joined(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (var i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
