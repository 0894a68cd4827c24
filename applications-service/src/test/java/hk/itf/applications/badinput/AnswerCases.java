package hk.itf.applications.badinput;

import static hk.itf.applications.badinput.Bodies.hkd;

import java.util.stream.Stream;

/** Answers of the wrong kind, out of bounds or unheard of; amounts that are none. */
final class AnswerCases {

    private AnswerCases() {}

    static Stream<BadInput> all() {
        return Stream.of(kinds(), amounts(), dates(), claims()).flatMap(each -> each);
    }

    private static Stream<BadInput> kinds() {
        return Stream.of(
                answer("a number for a choice", "degree", "1"),
                answer("an unknown choice", "degree", "\"phd\""),
                answer("a string for yes or no", "degree-stem", "\"true\""),
                answer("a number for yes or no", "degree-stem", "1"),
                answer("a string for a count", "engagement-months", "\"12\""),
                answer("a fraction for a count", "engagement-months", "1.5"),
                answer("a fraction that is whole for a count", "engagement-months", "12.0"),
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
                answer("an unknown question that is long", "x".repeat(500), "/answers/" + "x".repeat(63), "1"),
                answer(
                        "an unknown question that is cut in the middle of a character",
                        "x".repeat(62) + "😀😀",
                        "/answers/" + "x".repeat(62) + "😀",
                        "1"),
                answer("an unknown question with a direction override", "a\\u202eb", "/answers/a\uFFFDb", "1"),
                BadInput.of(
                        "an unknown question that is a lone surrogate",
                        scene -> scene.answer("\\udc00", "1"),
                        400,
                        "malformed-json",
                        "/answers"),
                BadInput.of(
                        "several faults, all told",
                        scene -> scene.answers("{\"degree\":1,\"duties\":2,\"related\":3}"),
                        400,
                        "invalid-answers",
                        "/answers/degree",
                        "/answers/duties",
                        "/answers/related"),
                BadInput.of(
                        "5,000 levels in an answer",
                        scene -> scene.answer("duties", "[".repeat(5000) + "]".repeat(5000)),
                        400,
                        "malformed-json",
                        "/answers"),
                BadInput.of(
                        "a number of 10,000 digits",
                        scene -> scene.answer("engagement-months", "1".repeat(10_000)),
                        400,
                        "malformed-json",
                        "/answers"),
                BadInput.of("null for the answers", scene -> scene.answers("null"), 400, "invalid-request", "/answers"),
                BadInput.of("a list of answers", scene -> scene.answers("[]"), 400, "invalid-request", "/answers"),
                BadInput.of(
                        "an answer that is to be replaced, not in order",
                        scene -> scene.put("/applications/" + scene.draft() + "/answers")
                                .body("{\"answers\":{\"degree\":7}}"),
                        400,
                        "invalid-answers",
                        "/answers/degree"),
                BadInput.of(
                        "an estimate of nothing",
                        scene -> scene.post("/schemes/rth/estimates").body("{\"organisationKind\":\"company\"}"),
                        400,
                        "invalid-request",
                        "/answers"),
                BadInput.of(
                        "an estimate with an unknown question",
                        scene -> scene.post("/schemes/rth/estimates")
                                .body("{\"organisationKind\":\"company\",\"answers\":{\"colour\":1}}"),
                        400,
                        "invalid-answers",
                        "/answers/colour"));
    }

    private static Stream<BadInput> amounts() {
        return Stream.of(
                amount("a negative amount", hkd("-1.00"), "/amount"),
                amount("no money at all", hkd("0.00"), "/amount"),
                amount("minus zero", hkd("-0.00"), "/amount"),
                amount("three decimals", hkd("1.000"), "/amount"),
                amount("no decimals", hkd("1"), "/amount"),
                amount("an exponent", hkd("1e3"), "/amount"),
                amount("a leading zero", hkd("01.00"), "/amount"),
                amount("a plus", hkd("+1.00"), "/amount"),
                amount("thousands apart", hkd("1,000.00"), "/amount"),
                amount("Arabic digits", hkd("١.٠٠"), "/amount"),
                amount("full-width digits", hkd("１.００"), "/amount"),
                amount("2^63 cents", hkd("92233720368547758.08"), "/amount"),
                amount("10^40 dollars", hkd("1" + "0".repeat(40) + ".00"), "/amount"),
                amount("an amount out of bounds", hkd("9999999999999.99"), "/amount"),
                amount("white space around it", hkd(" 1.00"), "/amount"),
                amount("a line break after it", hkd("1.00\\n"), "/amount"),
                amount("an amount as a number", "{\"amount\":60000.00,\"currency\":\"HKD\"}", "/amount"),
                amount("another currency", "{\"amount\":\"1.00\",\"currency\":\"USD\"}", "/currency"),
                amount("a currency in lower case", "{\"amount\":\"1.00\",\"currency\":\"hkd\"}", "/currency"),
                amount("no currency", "{\"amount\":\"1.00\"}", ""),
                amount("a third field", "{\"amount\":\"1.00\",\"currency\":\"HKD\",\"x\":1}", ""),
                amount("a bare number", "60000", ""),
                amount("a bare text", "\"60000.00 HKD\"", ""));
    }

    private static Stream<BadInput> dates() {
        return Stream.of(
                date("the thirtieth of February", "2026-02-30"),
                date("the 29th of February of another year", "2027-02-29"),
                date("the year 0", "0000-01-01"),
                date("the year 10000", "+10000-01-01"),
                date("the year 10000 without its sign", "10000-01-01"),
                date("a year before the common era", "-0001-01-01"),
                date("a year long ago", "1899-12-31"),
                date("a date with a time", "2026-11-22T00:00:00Z"),
                date("a date the other way round", "22-11-2026"),
                date("a date without zeroes", "2026-1-2"),
                answer("a date as a number", "engagement-start", "20261122"),
                answer("a date as a list", "engagement-start", "[2026,11,22]"),
                amendment("an amendment on the thirtieth of February", "\"2026-02-30\""),
                amendment("an amendment with a time", "\"2026-11-22T00:00:00Z\""),
                amendment("an amendment with a date as a list", "[2026,11,22]"),
                amendment("an amendment with a date as a number", "20000"),
                amendment("an amendment without a date", "\"\""));
    }

    private static Stream<BadInput> claims() {
        var good = hkd("60000.00");
        return Stream.of(
                claim("a month as a string", "\"1\"", good, "invalid-request", "/lines/0/month"),
                claim("a month as a fraction", "1.5", good, "invalid-request", "/lines/0/month"),
                claim("a month that is null", "null", good, "invalid-claim", "/lines/0/month"),
                claim("1e400000000 months", "1e400000000", good, "invalid-request", "/lines/0/month"),
                claim("2^31 months", "2147483648", good, "invalid-request", "/lines/0/month"),
                claim("month zero", "0", good, "invalid-claim", "/lines/0/month"),
                claim("a month after the last", "4", good, "invalid-claim", "/lines/0/month"),
                claim("a negative payment", "1", hkd("-0.01"), "invalid-claim", "/lines/0/paid"),
                claim("a payment of three decimals", "1", hkd("1.000"), "invalid-request", "/lines/0/paid"),
                claim(
                        "a payment in another currency",
                        "1",
                        "{\"amount\":\"1.00\",\"currency\":\"USD\"}",
                        "invalid-request",
                        "/lines/0/paid"),
                claim(
                        "a payment without a currency",
                        "1",
                        "{\"amount\":\"1.00\"}",
                        "invalid-request",
                        "/lines/0/paid/currency"),
                claim("a payment as a number", "1", "60000", "invalid-request", "/lines/0/paid"),
                claim(
                        "a payment with a number",
                        "1",
                        "{\"amount\":1,\"currency\":\"HKD\"}",
                        "invalid-request",
                        "/lines/0/paid/amount"),
                claim("a payment of 2^63 cents", "1", hkd("92233720368547758.08"), "invalid-request", "/lines/0/paid"),
                claim("a payment that is null", "1", "null", "invalid-request", "/lines/0/paid"),
                claimOfKind("a claim of an unknown kind", "\"BRIBE\"", 400, "invalid-request"),
                claimOfKind("a claim whose kind is a number", "1", 400, "invalid-request"),
                claimOfKind("a report where the scheme has none", "\"REPORT\"", 422, "no-such-claim"),
                claimOfKind("matching money where the scheme has none", "\"MATCHING\"", 422, "no-such-claim"),
                claimOfKind("accounts where the scheme has none", "\"ACCOUNTS\"", 422, "no-such-claim"),
                claimOfKind("a stage gate where the scheme has none", "\"STAGE_GATE\"", 422, "no-such-claim"));
    }

    private static BadInput claimOfKind(String name, String kind, int status, String problem) {
        return BadInput.of(
                name,
                scene -> scene.post("/applications/" + scene.grant() + "/claims")
                        .body("{\"tranche\":\"" + scene.tranche() + "\",\"kind\":" + kind
                                + ",\"lines\":[],\"report\":\"It runs.\"}"),
                status,
                problem,
                "/kind");
    }

    private static BadInput answer(String name, String question, String json) {
        return answer(name, question, "/answers/" + question, json);
    }

    private static BadInput answer(String name, String question, String pointer, String json) {
        return BadInput.of(name, scene -> scene.answer(question, json), 400, "invalid-answers", pointer);
    }

    private static BadInput amount(String name, String json, String field) {
        return answer(name, "monthly-salary", "/answers/monthly-salary" + field, json);
    }

    private static BadInput date(String name, String date) {
        return answer(name, "engagement-start", "\"" + date + "\"");
    }

    private static BadInput amendment(String name, String date) {
        return BadInput.of(
                name,
                scene -> scene.post("/applications/" + scene.grant() + "/amendments")
                        .body("{\"kind\":\"EARLY_END\",\"lastDay\":" + date + ",\"reason\":\"It ends.\"}"),
                400,
                "invalid-request",
                "/lastDay");
    }

    private static BadInput claim(String name, String month, String paid, String problem, String pointer) {
        return BadInput.of(name, scene -> scene.claimChange(month, paid, "\"It runs.\""), 400, problem, pointer);
    }
}
