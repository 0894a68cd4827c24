package hk.itf.infra.http;

import hk.itf.infra.testkit.http.BadRequest;
import java.util.Map;
import java.util.stream.Stream;

/** Fields that are unknown, missing, of another type or out of range. */
final class BadFields {

    /** Characters that no text may contain, as JSON escapes. */
    private static final Map<String, String> FORBIDDEN_CHARACTERS = Map.of(
            "U+0000", "\\u0000",
            "an escape character", "\\u001b",
            "a C1 control character", "\\u0085",
            "a lone high surrogate", "\\ud800",
            "a lone low surrogate", "\\udc00",
            "a direction override", "\\u202e",
            "a direction isolate", "\\u2066");

    private BadFields() {}

    static Stream<BadRequest<Owner>> rows() {
        return Stream.of(names(), texts(), choices(), numbers(), yesOrNo(), ids(), times(), amounts(), lists())
                .flatMap(each -> each);
    }

    private static Stream<BadRequest<Owner>> names() {
        return Stream.of(
                field("an unknown field", "colour", "\"red\"", "/colour"),
                field("a field that only the server sets", "id", "\"" + Owner.ABSENT + "\"", "/id"),
                field("an unknown field with slashes", "a/b~c", "1", "/a~1b~0c"),
                field("an unknown field of 1,000 characters", "x".repeat(1000), "1", "/" + "x".repeat(63)),
                field("an unknown field with control characters", "a\\u0000\\u202eb", "1", "/a\uFFFD\uFFFDb"),
                BadRequest.of(
                        "an unknown field that is a lone surrogate",
                        owner -> owner.newBookWith("\\ud800", "1"),
                        400,
                        "malformed-json",
                        ""),
                body("a field in another case", "{\"Title\":\"A\",\"genre\":\"NOVEL\"}", "/title"),
                body("a missing field", "{\"genre\":\"NOVEL\"}", "/title"),
                BadRequest.of(
                        "an unknown field in a change",
                        owner -> owner.renaming().body("{\"title\":\"A\",\"genre\":\"NOVEL\"}"),
                        400,
                        "invalid-request",
                        "/genre"));
    }

    private static Stream<BadRequest<Owner>> texts() {
        var values = Stream.of(
                title("null for a text", "null"),
                title("a number for a text", "7"),
                title("a fraction for a text", "7.5"),
                title("1e400000000 for a text", "1e400000000"),
                title("a boolean for a text", "true"),
                title("an object for a text", "{\"en\":\"A\"}"),
                title("an array for a text", "[\"A\"]"),
                title("an empty text", "\"\""),
                title("a blank text", "\"   \""),
                title("a text of full-width spaces", "\"\u3000\u3000\""),
                title("a text of 101 characters", "\"" + "x".repeat(101) + "\""),
                title("a line break in a single line", "\"A\\nB\""),
                title("a replacement character in a single line", "\"A\uFFFDB\""));
        var characters = FORBIDDEN_CHARACTERS.entrySet().stream()
                .flatMap(each -> Stream.of(
                        title(each.getKey() + " in a line", "\"A" + each.getValue() + "B\""),
                        field(
                                each.getKey() + " in a text of lines",
                                "summary",
                                "\"A" + each.getValue() + "B\"",
                                "/summary")));
        return Stream.concat(values, characters);
    }

    private static Stream<BadRequest<Owner>> choices() {
        return Stream.of("0", "\"0\"", "\"\"", "\"POETRY\"", "\"novel\"", "null", "true", "[\"NOVEL\"]")
                .map(json -> body("the choice " + json, "{\"title\":\"A\",\"genre\":" + json + "}", "/genre"));
    }

    private static Stream<BadRequest<Owner>> numbers() {
        return Stream.concat(
                Stream.of(
                                "\"7\"",
                                "7.5",
                                "7.0",
                                "1e1",
                                "1e400000000",
                                "2147483648",
                                "9223372036854775808",
                                "true",
                                "[7]")
                        .map(json -> field("the number " + json, "pages", json, "/pages")),
                Stream.of(
                        chapter("a missing mandatory number", "{\"heading\":\"One\"}", "/chapters/0/page"),
                        chapter(
                                "null for a mandatory number",
                                "{\"heading\":\"One\",\"page\":null}",
                                "/chapters/0/page")));
    }

    private static Stream<BadRequest<Owner>> yesOrNo() {
        return Stream.of("\"true\"", "1", "0", "\"\"", "[true]")
                .map(json -> field("yes or no as " + json, "lent", json, "/lent"));
    }

    private static Stream<BadRequest<Owner>> ids() {
        return Stream.of(
                        "\"1-1-1-1-1\"",
                        "\"AZqoxpWkfD6PjS8bfgxNEQ==\"",
                        "\"{" + Owner.ABSENT + "}\"",
                        "\"\"",
                        "7",
                        "[\"" + Owner.ABSENT + "\"]")
                .map(json -> field("the id " + json, "publisher", json, "/publisher"));
    }

    private static Stream<BadRequest<Owner>> times() {
        var dates = Stream.of(
                        "\"2026-02-30\"",
                        "\"2027-02-29\"",
                        "\"0000-01-01\"",
                        "\"+10000-01-01\"",
                        "\"10000-01-01\"",
                        "\"-0001-01-01\"",
                        "\"1899-12-31\"",
                        "\"2026-11-22T00:00:00Z\"",
                        "\"22-11-2026\"",
                        "\"2026-1-2\"",
                        "\"\"",
                        "20261122",
                        "[2026,11,22]")
                .map(json -> field("the date " + json, "published", json, "/published"));
        var instants = Stream.of("\"2026-11-22\"", "\"2026-11-22T25:00:00Z\"", "1795859937", "\"now\"")
                .map(json -> field("the instant " + json, "boughtAt", json, "/boughtAt"));
        return Stream.concat(dates, instants);
    }

    private static Stream<BadRequest<Owner>> amounts() {
        var malformed = Stream.of(
                        "1.000",
                        "1.0",
                        "1",
                        "1e3",
                        "01.00",
                        "+1.00",
                        "1,000.00",
                        "١.٠٠",
                        "１.００",
                        "92233720368547758.08",
                        "1" + "0".repeat(40) + ".00",
                        " 1.00",
                        "1.00\\n",
                        "")
                .map(amount -> price(
                        "the amount '" + amount + "'", "{\"amount\":\"" + amount + "\",\"currency\":\"HKD\"}", ""));
        var shapes = Stream.of(
                price("an amount as a number", "{\"amount\":60000.00,\"currency\":\"HKD\"}", "/amount"),
                price("null for the amount", "{\"amount\":null,\"currency\":\"HKD\"}", "/amount"),
                price("no amount", "{\"currency\":\"HKD\"}", "/amount"),
                price("no currency", "{\"amount\":\"1.00\"}", "/currency"),
                price("a currency as a number", "{\"amount\":\"1.00\",\"currency\":344}", "/currency"),
                price("another currency", "{\"amount\":\"1.00\",\"currency\":\"USD\"}", ""),
                price("a currency in lower case", "{\"amount\":\"1.00\",\"currency\":\"hkd\"}", ""),
                price("a third field", "{\"amount\":\"1.00\",\"currency\":\"HKD\",\"x\":1}", "/x"),
                price("money as a number", "60000", ""),
                price("money as a text", "\"60000.00 HKD\"", ""),
                price("money as a list", "[\"1.00\",\"HKD\"]", ""));
        return Stream.concat(malformed, shapes);
    }

    private static Stream<BadRequest<Owner>> lists() {
        var good = "{\"heading\":\"One\",\"page\":1}";
        return Stream.of(
                field("an object for a list", "chapters", good, "/chapters"),
                field("a list that is too long", "chapters", "[" + (good + ",").repeat(3) + good + "]", "/chapters"),
                chapter("null in a list", "null", "/chapters/0"),
                chapter("a number in a list", "1", "/chapters/0"),
                chapter("an unknown field in a list", "{\"heading\":\"One\",\"page\":1,\"x\":1}", "/chapters/0/x"),
                BadRequest.of(
                        "several faults",
                        owner -> owner.newBook(
                                "{\"title\":\" \",\"genre\":\"NOVEL\",\"chapters\":[{\"heading\":\"\",\"page\":1}]}"),
                        400,
                        "invalid-request",
                        "/chapters/0/heading",
                        "/title"));
    }

    private static BadRequest<Owner> field(String name, String field, String json, String pointer) {
        return BadRequest.of(name, owner -> owner.newBookWith(field, json), 400, "invalid-request", pointer);
    }

    private static BadRequest<Owner> chapter(String name, String json, String pointer) {
        return field(name, "chapters", "[" + json + "]", pointer);
    }

    private static BadRequest<Owner> price(String name, String json, String pointer) {
        return field(name, "price", json, "/price" + pointer);
    }

    private static BadRequest<Owner> title(String name, String json) {
        return body(name, "{\"title\":" + json + ",\"genre\":\"NOVEL\"}", "/title");
    }

    private static BadRequest<Owner> body(String name, String json, String pointer) {
        return BadRequest.of(name, owner -> owner.newBook(json), 400, "invalid-request", pointer);
    }
}
