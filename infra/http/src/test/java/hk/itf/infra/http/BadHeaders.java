package hk.itf.infra.http;

import hk.itf.infra.testkit.http.BadRequest;
import java.util.stream.Stream;

/** Headers that are missing, malformed, stale or too large. */
final class BadHeaders {

    private BadHeaders() {}

    static Stream<BadRequest<Owner>> rows() {
        return Stream.of(versions(), keys(), bodyTypes(), replyTypes()).flatMap(each -> each);
    }

    private static Stream<BadRequest<Owner>> versions() {
        return Stream.concat(
                Stream.of("*", "W/\"0\"", "0", "\"0\", \"1\"", "\"-1\"", "\"4294967296\"", "\"a7f3\"", "\"00\"")
                        .map(etag -> BadRequest.of(
                                "If-Match: " + etag,
                                owner -> owner.renaming().replacing("If-Match", etag),
                                400,
                                "invalid-if-match",
                                "")),
                Stream.of(
                        BadRequest.of(
                                "no If-Match", owner -> owner.renaming().without("If-Match"), 428, "if-match-required"),
                        BadRequest.of(
                                "an empty If-Match",
                                owner -> owner.renaming().replacing("If-Match", ""),
                                428,
                                "if-match-required"),
                        BadRequest.of(
                                "another version",
                                owner -> owner.renaming().replacing("If-Match", "\"7\""),
                                412,
                                "stale-version"),
                        BadRequest.of(
                                "no If-Match for a transition",
                                owner -> owner.sale().without("If-Match"),
                                428,
                                "if-match-required"),
                        BadRequest.of(
                                "another version for a transition",
                                owner -> owner.sale().replacing("If-Match", "\"7\""),
                                412,
                                "stale-version")));
    }

    private static Stream<BadRequest<Owner>> keys() {
        var malformed = Stream.of("", "\"\"", "k".repeat(256), "a b", "a\tb", "clé-1234")
                .map(key -> keyed("the key '" + key + "'", key));
        return Stream.concat(
                malformed,
                Stream.of(
                        BadRequest.of(
                                "no key",
                                owner -> owner.newBook(Owner.GOOD_BOOK).without("Idempotency-Key"),
                                400,
                                "idempotency-key-required",
                                ""),
                        BadRequest.of(
                                "two keys",
                                owner -> owner.newBook(Owner.GOOD_BOOK).with("Idempotency-Key", "two"),
                                400,
                                "idempotency-key-required",
                                "")));
    }

    private static Stream<BadRequest<Owner>> bodyTypes() {
        return Stream.concat(
                Stream.of(
                                "text/plain",
                                "application/x-www-form-urlencoded",
                                "application/json; charset=UTF-16",
                                "application/json; charset=klingon")
                        .map(type -> BadRequest.of(
                                "Content-Type: " + type,
                                owner -> owner.newBook(Owner.GOOD_BOOK).replacing("Content-Type", type),
                                415,
                                "unsupported-media-type")),
                Stream.of(
                        BadRequest.of(
                                "a malformed Content-Type",
                                owner -> owner.newBook(Owner.GOOD_BOOK).replacing("Content-Type", "json"),
                                400,
                                "malformed-request"),
                        BadRequest.of(
                                "a compressed body",
                                owner -> owner.newBook(Owner.GOOD_BOOK).with("Content-Encoding", "gzip"),
                                415,
                                "unsupported-media-type"),
                        BadRequest.of(
                                "headers of 17 KiB",
                                owner -> owner.get("/books").with("X-Filler", "x".repeat(17 * 1024)),
                                431,
                                "headers-too-large")));
    }

    private static Stream<BadRequest<Owner>> replyTypes() {
        return Stream.of("text/plain", "text/html", "application/xml", "json")
                .map(type -> BadRequest.of(
                        "Accept: " + type, owner -> owner.get("/books").with("Accept", type), 406, "not-acceptable"));
    }

    private static BadRequest<Owner> keyed(String name, String key) {
        return BadRequest.of(
                name,
                owner -> owner.newBook(Owner.GOOD_BOOK).replacing("Idempotency-Key", key),
                400,
                "idempotency-key-required",
                "");
    }
}
