package hk.itf.assessment.badinput;

import static hk.itf.assessment.badinput.BadInput.invalid;
import static hk.itf.assessment.badinput.Bodies.conditions;
import static hk.itf.assessment.badinput.Bodies.days;
import static hk.itf.assessment.badinput.Bodies.decision;
import static hk.itf.assessment.badinput.Bodies.hkd;
import static hk.itf.assessment.badinput.Bodies.lines;
import static hk.itf.assessment.badinput.Bodies.mark;
import static hk.itf.assessment.badinput.Bodies.marks;

import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values of the wrong kind or out of bounds; amounts that are none; verdicts that do not fit what is judged. */
final class ValueCases {

    private ValueCases() {}

    static Stream<BadInput> all() {
        return Stream.of(marksGiven(), amounts(), verdicts(), claimLines(), choices(), answerDays())
                .flatMap(each -> each);
    }

    private static Stream<BadInput> marksGiven() {
        return Stream.of(
                misfit("a mark of eleven", mark("11"), "/marks/supervision"),
                misfit("a mark below nothing", mark("-1"), "/marks/supervision"),
                misfit("no mark", mark("null"), "/marks/supervision"),
                misfit(
                        "a criterion left out",
                        marks("{\"research-content\":7,\"talent-fit\":7}"),
                        "/marks/supervision"),
                misfit(
                        "no marks at all",
                        marks("{}"),
                        "/marks/research-content",
                        "/marks/supervision",
                        "/marks/talent-fit"),
                misfit(
                        "a criterion in upper case",
                        marks("{\"research-content\":7,\"talent-fit\":7,\"SUPERVISION\":7}"),
                        "/marks/SUPERVISION",
                        "/marks/supervision"),
                invalid("a mark as a text", Act.SCORE, mark("\"7\""), "/marks/supervision"),
                invalid("half a mark", Act.SCORE, mark("7.5"), "/marks/supervision"),
                invalid("a fraction that is whole", Act.SCORE, mark("7.0"), "/marks/supervision"),
                invalid("a mark as a boolean", Act.SCORE, mark("true"), "/marks/supervision"),
                invalid("2^31", Act.SCORE, mark("2147483648"), "/marks"),
                invalid("1e400000000", Act.SCORE, mark("1e400000000"), "/marks/supervision"),
                invalid("null for the marks", Act.SCORE, marks("null"), "/marks"),
                invalid("a list of marks", Act.SCORE, marks("[7,7,7]"), "/marks"),
                invalid(
                        "101 marks",
                        Act.SCORE,
                        marks(IntStream.rangeClosed(0, 100)
                                .mapToObj(i -> "\"c" + i + "\":1")
                                .collect(Collectors.joining(",", "{", "}"))),
                        "/marks"));
    }

    private static Stream<BadInput> amounts() {
        return Stream.of(
                amount("three decimals", hkd("1.000"), ""),
                amount("no decimals", hkd("1"), ""),
                amount("an exponent", hkd("1e3"), ""),
                amount("a leading zero", hkd("01.00"), ""),
                amount("a plus", hkd("+1.00"), ""),
                amount("thousands apart", hkd("1,000.00"), ""),
                amount("Arabic digits", hkd("١.٠٠"), ""),
                amount("full-width digits", hkd("１.００"), ""),
                amount("2^63 cents", hkd("92233720368547758.08"), ""),
                amount("10^40 dollars", hkd("1" + "0".repeat(40) + ".00"), ""),
                amount("white space around it", hkd(" 1.00"), ""),
                amount("a line break after it", hkd("1.00\\n"), ""),
                amount("nothing", hkd(""), ""),
                amount("an amount as a number", "{\"amount\":60000.00,\"currency\":\"HKD\"}", "/amount"),
                amount("another currency", "{\"amount\":\"1.00\",\"currency\":\"USD\"}", ""),
                amount("a currency in lower case", "{\"amount\":\"1.00\",\"currency\":\"hkd\"}", ""),
                amount("no currency", "{\"amount\":\"1.00\"}", "/currency"),
                amount("no amount", "{\"currency\":\"HKD\"}", "/amount"),
                amount("a third field", "{\"amount\":\"1.00\",\"currency\":\"HKD\",\"x\":1}", "/x"),
                amount("a bare number", "60000", ""),
                amount("a bare text", "\"60000.00 HKD\"", ""),
                amount("a list", "[" + hkd("1.00") + "]", ""),
                refused("a negative award", hkd("-1.00"), "award-not-positive"),
                refused("an award of nothing", hkd("0.00"), "award-not-positive"),
                refused("minus zero", hkd("-0.00"), "award-not-positive"),
                refused("a cent more than the entitlement", hkd("540000.01"), "award-above-entitlement"),
                refused("an award out of bounds", hkd("9999999999999.99"), "award-above-entitlement"));
    }

    private static Stream<BadInput> verdicts() {
        return Stream.of(
                invalid("a number for the outcome", Act.DECIDE, "{\"outcome\":0,\"letter\":\"Yes.\"}", "/outcome"),
                invalid("no outcome", Act.DECIDE, "{\"letter\":\"Yes.\"}", "/outcome"),
                invalid("null for the outcome", Act.DECIDE, "{\"outcome\":null,\"letter\":\"Yes.\"}", "/outcome"),
                invalid("an unknown outcome", Act.DECIDE, "{\"outcome\":\"MAYBE\",\"letter\":\"Yes.\"}", "/outcome"),
                invalid("lower case", Act.DECIDE, "{\"outcome\":\"approve\",\"letter\":\"Yes.\"}", "/outcome"),
                invalid("one condition, not a list", Act.DECIDE, conditions("\"Report.\""), "/conditions"),
                invalid("21 conditions", Act.DECIDE, conditions(list(21, "\"Report.\"")), "/conditions"),
                invalid(
                        "several faults, all told",
                        Act.DECIDE,
                        conditions("[\"Report.\",\" \",\"" + "x".repeat(501) + "\"]"),
                        "/conditions/1",
                        "/conditions/2"),
                invalid("a text for yes or no", Act.COMPLETE, "{\"complete\":\"true\"}", "/complete"),
                invalid("a number for yes or no", Act.COMPLETE, "{\"complete\":1}", "/complete"),
                invalid("null for yes or no", Act.COMPLETE, "{\"complete\":null}", "/complete"),
                invalid("neither yes nor no", Act.COMPLETE, "{}", "/complete"),
                BadInput.of(
                        "incomplete, without asking for what is missing",
                        scene -> scene.does(Act.COMPLETE, "{\"complete\":false}"),
                        422,
                        "incomplete-needs-clarification"),
                invalid("a text for yes or no", Act.CONFIRM, "{\"eligible\":\"yes\"}", "/eligible"),
                invalid("neither yes nor no", Act.CONFIRM, "{\"reason\":\"As computed.\"}", "/eligible"),
                BadInput.of(
                        "an override for a full-width blank of a reason",
                        scene -> scene.does(Act.CONFIRM, "{\"eligible\":false,\"reason\":\"\u3000\"}"),
                        422,
                        "override-needs-a-reason",
                        "/reason"));
    }

    private static Stream<BadInput> claimLines() {
        var two = "{\"number\":2,\"accepted\":true},{\"number\":3,\"accepted\":true}]";
        return Stream.of(
                lineFault("a line left out", "[" + two, "/lines"),
                lineFault("a line twice", "[{\"number\":2,\"accepted\":true}," + two, "/lines/1/number", "/lines"),
                lineFault("a line of nothing", "[{\"number\":0,\"accepted\":true}," + two, "/lines/0/number", "/lines"),
                lineFault("a refusal without a reason", "[{\"number\":1,\"accepted\":false}," + two, "/lines/0/reason"),
                lineFault(
                        "a refusal for a full-width blank",
                        "[{\"number\":1,\"accepted\":false,\"reason\":\"\u3000\"}," + two,
                        "/lines/0/reason"),
                lineFault("no lines", "[]", "/lines", "/lines", "/lines"),
                invalid("null for a line", Act.VET, lines("[null]"), "/lines/0"),
                invalid("a number for a line", Act.VET, lines("[1]"), "/lines/0"),
                invalid("an object for the lines", Act.VET, lines("{\"1\":true}"), "/lines"),
                invalid("a text for a number", Act.VET, line("\"1\"", "true"), "/lines/0/number"),
                invalid("a fraction for a number", Act.VET, line("1.5", "true"), "/lines/0/number"),
                invalid("2^31 for a number", Act.VET, line("2147483648", "true"), "/lines/0/number"),
                invalid("no number", Act.VET, lines("[{\"accepted\":true}]"), "/lines/0/number"),
                invalid("a text for yes or no", Act.VET, line("1", "\"true\""), "/lines/0/accepted"),
                invalid("neither yes nor no", Act.VET, lines("[{\"number\":1}]"), "/lines/0/accepted"),
                invalid(
                        "an unknown field",
                        Act.VET,
                        lines("[{\"number\":1,\"accepted\":true,\"paid\":1}]"),
                        "/lines/0/paid"),
                invalid("101 lines", Act.VET, lines(list(101, "{\"number\":1,\"accepted\":true}")), "/lines"),
                invalid(
                        "both verdicts at once",
                        Act.VET,
                        "{\"reject\":\"No report.\",\"lines\":[{\"number\":1,\"accepted\":true}]}",
                        "/reject"));
    }

    private static Stream<BadInput> choices() {
        return Stream.of(
                invalid("an unknown stage", Act.NEXT, Act.NEXT.with("[\"LUNCH\"]"), "/stages/0"),
                invalid("a number for a stage", Act.NEXT, Act.NEXT.with("[0]"), "/stages/0"),
                invalid("null for a stage", Act.NEXT, Act.NEXT.with("[null]"), "/stages/0"),
                invalid("one stage, not a list", Act.NEXT, Act.NEXT.with("\"DECISION\""), "/stages"),
                invalid("eleven stages", Act.NEXT, Act.NEXT.with(list(11, "\"DECISION\"")), "/stages"),
                organisation(Act.DECLARE, "an id that is none", "\"1-1-1-1-1\""),
                organisation(Act.DECLARE, "an id that is a number", "7"),
                organisation(Act.DECLARE, "an id that is empty", "\"\""),
                organisation(Act.DECLARE, "null for an id", "null"),
                organisation(Act.RECUSE, "an id that is none", "\"garbage\""),
                organisation(Act.RECUSE, "an id that is a list", "[\"" + Scene.ABSENT + "\"]"));
    }

    private static Stream<BadInput> answerDays() {
        return Stream.of(
                        "0",
                        "-1",
                        "61",
                        "\"14\"",
                        "14.0",
                        "1e1",
                        "1e400000000",
                        "2147483648",
                        "9223372036854775808",
                        "null",
                        "true")
                .map(json -> invalid("in " + json + " days", Act.CLARIFY, days(json), "/answerWithinDays"));
    }

    private static BadInput misfit(String name, String body, String... pointers) {
        return BadInput.of(name, scene -> scene.does(Act.SCORE, body), 400, "marks-do-not-fit", pointers);
    }

    private static BadInput amount(String name, String json, String field) {
        return invalid(name, Act.DECIDE, decision(json), "/awarded" + field);
    }

    private static BadInput refused(String name, String json, String rule) {
        return BadInput.of(name, scene -> scene.does(Act.DECIDE, decision(json)), 422, rule);
    }

    private static BadInput lineFault(String name, String lines, String... pointers) {
        return BadInput.of(name, scene -> scene.does(Act.VET, lines(lines)), 400, "lines-do-not-fit", pointers);
    }

    private static String line(String number, String accepted) {
        return lines("[{\"number\":" + number + ",\"accepted\":" + accepted + "}]");
    }

    private static BadInput organisation(Act act, String name, String json) {
        return invalid(name, act, "{\"organisation\":" + json + ",\"reason\":\"Mine.\"}", "/organisation");
    }

    private static String list(int size, String json) {
        return "[" + String.join(",", Collections.nCopies(size, json)) + "]";
    }
}
