package hk.itf.infra.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import hk.itf.infra.testkit.http.BadRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.stream.Stream;

/** Bodies that are not JSON in UTF-8, not one JSON object, or too large. */
final class MalformedBodies {

    private static final String GOOD = Owner.GOOD_BOOK;

    private MalformedBodies() {}

    static Stream<BadRequest<Owner>> rows() {
        return Stream.of(encodings(), shapes(), sizes()).flatMap(each -> each);
    }

    private static Stream<BadRequest<Owner>> encodings() {
        return Stream.of(
                malformed("a byte order mark", joined(bytes(0xEF, 0xBB, 0xBF), ascii(GOOD))),
                malformed("UTF-16 with a byte order mark", GOOD.getBytes(UTF_16)),
                malformed("UTF-16 big-endian", GOOD.getBytes(UTF_16BE)),
                malformed("UTF-16 little-endian", GOOD.getBytes(UTF_16LE)),
                malformed("UTF-32", GOOD.getBytes(Charset.forName("UTF-32BE"))),
                malformed("a byte that is not UTF-8", title(bytes(0xFF)), "/title"),
                malformed("a truncated UTF-8 sequence", title(bytes(0xE4, 0xBD)), "/title"),
                BadRequest.of(
                        "an overlong UTF-8 sequence",
                        owner -> owner.post("/books").body(title(bytes(0xC0, 0x80))),
                        400,
                        "invalid-request",
                        "/title"),
                malformed("a surrogate in UTF-8", title(bytes(0xED, 0xA0, 0x80)), "/title"),
                malformed("a raw control character in a text", title(bytes(0x01)), "/title"),
                malformed("a raw NUL after the body", joined(ascii(GOOD), bytes(0))),
                malformed("an unknown escape", title(ascii("\\x41")), "/title"));
    }

    private static Stream<BadRequest<Owner>> shapes() {
        return Stream.of(
                body("an empty body", "", "invalid-request", ""),
                body("white space only", " \n", "invalid-request", ""),
                body("a literal null", "null", "invalid-request", ""),
                malformed("an array instead of an object", "[" + GOOD + "]"),
                malformed("a string instead of an object", "\"NOVEL\""),
                malformed("a number instead of an object", "7"),
                malformed("a second object", GOOD + GOOD),
                malformed("a word after the object", GOOD + " x"),
                malformed("a bracket after the object", GOOD + "]"),
                body("a truncated body", GOOD.substring(0, 15), "malformed-json", "/title"),
                malformed("a comment", "/* */" + GOOD),
                malformed("single quotes", GOOD.replace('"', '\'')),
                malformed("a trailing comma", GOOD.replace("}", ",}")),
                malformed("XML", "<title>A</title>"),
                malformed("a duplicate field", "{\"title\":\"B\"," + GOOD.substring(1)),
                BadRequest.of(
                        "a duplicate field inside a field",
                        owner -> owner.newBookWith(
                                "price", "{\"amount\":\"1.00\",\"amount\":\"2.00\",\"currency\":\"HKD\"}"),
                        400,
                        "malformed-json",
                        "/price"));
    }

    private static Stream<BadRequest<Owner>> sizes() {
        return Stream.of(
                malformed("a number of 41 digits", "{\"title\":1" + "0".repeat(40) + ",\"genre\":\"NOVEL\"}"),
                malformed("5,000 levels", "[".repeat(5000) + "]".repeat(5000)),
                malformed(
                        "5,000 levels in an unknown field",
                        GOOD.replace("}", ",\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}")),
                malformed("a field name of 60,000 characters", "{\"" + "x".repeat(60_000) + "\":1}"),
                body(
                        "a text of 60,000 characters",
                        "{\"title\":\"" + "x".repeat(60_000) + "\"}",
                        "malformed-json",
                        "/title"),
                large("a field name of 1 MiB", "{\"" + "x".repeat(1 << 20) + "\":1}"),
                large("a body of 64 KiB and one byte", GOOD + " ".repeat(64 * 1024 + 1 - GOOD.length())),
                BadRequest.of(
                        "a length of 100 GB",
                        owner -> owner.post("/books").with("Content-Length", "99999999999"),
                        413,
                        "too-large"),
                BadRequest.of("a body in chunks", owner -> owner.newBook(GOOD).inChunks(), 411, "length-required"),
                BadRequest.of(
                        "a length and chunks",
                        owner -> owner.newBook(GOOD).with("Content-Length", "7").inChunks(),
                        411,
                        "length-required"),
                BadRequest.of(
                        "a large body in chunks",
                        owner -> owner.newBook(GOOD + " ".repeat(100_000)).inChunks(),
                        411,
                        "length-required"),
                BadRequest.of(
                        "a file of 12 MiB and one byte",
                        owner -> owner.scan(new byte[12 * 1024 * 1024 + 1]),
                        413,
                        "too-large"),
                BadRequest.of(
                        "a file in chunks", owner -> owner.scan(ascii("%PDF-")).inChunks(), 411, "length-required"));
    }

    private static BadRequest<Owner> malformed(String name, byte[] body) {
        return malformed(name, body, "");
    }

    private static BadRequest<Owner> malformed(String name, byte[] body, String pointer) {
        return BadRequest.of(name, owner -> owner.post("/books").body(body), 400, "malformed-json", pointer);
    }

    private static BadRequest<Owner> malformed(String name, String body) {
        return body(name, body, "malformed-json", "");
    }

    private static BadRequest<Owner> body(String name, String body, String slug, String pointer) {
        return BadRequest.of(name, owner -> owner.newBook(body), 400, slug, pointer);
    }

    private static BadRequest<Owner> large(String name, String body) {
        return BadRequest.of(name, owner -> owner.newBook(body), 413, "too-large");
    }

    private static byte[] title(byte[] bytes) {
        return joined(ascii("{\"genre\":\"NOVEL\",\"title\":\"a"), bytes, ascii("b\"}"));
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
        return text.getBytes(US_ASCII);
    }
}
