package hk.itf.applications.badinput;

import static hk.itf.applications.badinput.Bodies.hkd;

import hk.itf.infra.testkit.http.BadRequest;
import java.util.stream.Stream;

/** Answers of another kind than the question asks for, out of range or to unknown questions. */
final class AnswerRows {

    private AnswerRows() {}

    static Stream<BadRequest<Fixture>> all() {
        return Stream.of(kinds(), amounts(), dates(), characters()).flatMap(each -> each);
    }

    private static Stream<BadRequest<Fixture>> kinds() {
        return Stream.of(
                answer("a number for a choice", "degree", "1"),
                answer("an unknown choice", "degree", "\"phd\""),
                answer("a text for yes or no", "degree-stem", "\"true\""),
                answer("a number for yes or no", "degree-stem", "1"),
                answer("a text for a count", "engagement-months", "\"12\""),
                answer("a fraction for a count", "engagement-months", "1.5"),
                answer("a fraction without decimals for a count", "engagement-months", "12.0"),
                answer("an exponent for a count", "engagement-months", "1e1"),
                answer("1e400000000 for a count", "engagement-months", "1e400000000"),
                answer("2^63 for a count", "engagement-months", "9223372036854775808"),
                answer("zero for a count", "engagement-months", "0"),
                answer("minus one for a count", "engagement-months", "-1"),
                answer("a number for a text", "duties", "7"),
                answer("a list for a text", "duties", "[\"a\"]"),
                answer("a blank text", "duties", "\"  \""),
                answer("a text of 301 words", "duties", "\"" + "word ".repeat(301) + "\""),
                answer("a text of 301 Chinese characters", "duties", "\"" + "字".repeat(301) + "\""),
                answer("a word of 20,001 characters", "duties", "\"" + "x".repeat(20_001) + "\""),
                answer("null", "duties", "null"),
                answer("an unknown question", "colour", "\"red\""),
                answer("an unknown question with a slash", "a/b", "/answers/a~1b", "1"),
                answer("an unknown question of 500 characters", "x".repeat(500), "/answers/" + "x".repeat(63), "1"),
                answer(
                        "an unknown question shortened within a character",
                        "x".repeat(62) + "😀😀",
                        "/answers/" + "x".repeat(62) + "😀",
                        "1"),
                answer("an unknown question with a direction override", "a\\u202eb", "/answers/a\uFFFDb", "1"),
                BadRequest.of(
                        "several faults",
                        fixture -> fixture.answers("{\"degree\":1,\"duties\":2,\"related\":3}"),
                        400,
                        "invalid-answers",
                        "/answers/degree",
                        "/answers/duties",
                        "/answers/related"),
                BadRequest.of(
                        "null for the answers", fixture -> fixture.answers("null"), 400, "invalid-request", "/answers"),
                BadRequest.of(
                        "a list of answers", fixture -> fixture.answers("[]"), 400, "invalid-request", "/answers"),
                BadRequest.of(
                        "a bad answer in a change",
                        fixture -> fixture.put("/applications/" + fixture.draft() + "/answers")
                                .body("{\"answers\":{\"degree\":7}}"),
                        400,
                        "invalid-answers",
                        "/answers/degree"),
                BadRequest.of(
                        "an estimate without answers",
                        fixture -> fixture.post("/schemes/rth/estimates").body("{\"organisationKind\":\"company\"}"),
                        400,
                        "invalid-request",
                        "/answers"),
                BadRequest.of(
                        "an estimate with an unknown question",
                        fixture -> fixture.post("/schemes/rth/estimates")
                                .body("{\"organisationKind\":\"company\",\"answers\":{\"colour\":1}}"),
                        400,
                        "invalid-answers",
                        "/answers/colour"));
    }

    private static Stream<BadRequest<Fixture>> amounts() {
        return Stream.of(
                amount("a negative amount", hkd("-1.00"), "/amount"),
                amount("zero", hkd("0.00"), "/amount"),
                amount("minus zero", hkd("-0.00"), "/amount"),
                amount("three decimals", hkd("1.000"), "/amount"),
                amount("no decimals", hkd("1"), "/amount"),
                amount("an exponent", hkd("1e3"), "/amount"),
                amount("a leading zero", hkd("01.00"), "/amount"),
                amount("a plus", hkd("+1.00"), "/amount"),
                amount("a thousands separator", hkd("1,000.00"), "/amount"),
                amount("Arabic digits", hkd("١.٠٠"), "/amount"),
                amount("full-width digits", hkd("１.００"), "/amount"),
                amount("2^63 cents", hkd("92233720368547758.08"), "/amount"),
                amount("10^40 dollars", hkd("1" + "0".repeat(40) + ".00"), "/amount"),
                amount("an amount out of range", hkd("9999999999999.99"), "/amount"),
                amount("white space before the amount", hkd(" 1.00"), "/amount"),
                amount("a line break after the amount", hkd("1.00\\n"), "/amount"),
                amount("an amount as a number", "{\"amount\":60000.00,\"currency\":\"HKD\"}", "/amount"),
                amount("another currency", "{\"amount\":\"1.00\",\"currency\":\"USD\"}", "/currency"),
                amount("a currency in lower case", "{\"amount\":\"1.00\",\"currency\":\"hkd\"}", "/currency"),
                amount("no currency", "{\"amount\":\"1.00\"}", ""),
                amount("a third field", "{\"amount\":\"1.00\",\"currency\":\"HKD\",\"x\":1}", ""),
                amount("a bare number", "60000", ""),
                amount("a bare text", "\"60000.00 HKD\"", ""));
    }

    private static Stream<BadRequest<Fixture>> dates() {
        return Stream.of(
                date("30 February", "2026-02-30"),
                date("29 February in a year without one", "2027-02-29"),
                date("the year 0", "0000-01-01"),
                date("the year 10000", "+10000-01-01"),
                date("the year 10000 without a sign", "10000-01-01"),
                date("a negative year", "-0001-01-01"),
                date("the year 1899", "1899-12-31"),
                date("a date with a time", "2026-11-22T00:00:00Z"),
                date("a date with the day first", "22-11-2026"),
                date("a date without leading zeroes", "2026-1-2"),
                answer("a date as a number", "engagement-start", "20261122"),
                answer("a date as a list", "engagement-start", "[2026,11,22]"),
                amendment("an early end on 30 February", "\"2026-02-30\""),
                amendment("an early end without a date", "\"\""));
    }

    /** Answers refuse the characters that every text refuses, as {@code infra/http} tests for fields. */
    private static Stream<BadRequest<Fixture>> characters() {
        return Stream.of("\\u0000", "\\u001b", "\\u0085", "\\ud800", "\\udc00", "\\u202e", "\\u2066")
                .map(each -> answer("the character " + each, "duties", "\"Harbour" + each + "Robotics\""));
    }

    private static BadRequest<Fixture> answer(String name, String question, String json) {
        return answer(name, question, "/answers/" + question, json);
    }

    private static BadRequest<Fixture> answer(String name, String question, String pointer, String json) {
        return BadRequest.of(name, fixture -> fixture.answer(question, json), 400, "invalid-answers", pointer);
    }

    private static BadRequest<Fixture> amount(String name, String json, String field) {
        return answer(name, "monthly-salary", "/answers/monthly-salary" + field, json);
    }

    private static BadRequest<Fixture> date(String name, String date) {
        return answer(name, "engagement-start", "\"" + date + "\"");
    }

    private static BadRequest<Fixture> amendment(String name, String date) {
        return BadRequest.of(
                name,
                fixture -> fixture.post("/applications/" + fixture.grant() + "/amendments")
                        .body("{\"kind\":\"EARLY_END\",\"lastDay\":" + date + ",\"reason\":\"It ends.\"}"),
                400,
                "invalid-request",
                "/lastDay");
    }
}
