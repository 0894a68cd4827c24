package hk.itf.assessment.badinput;

import static hk.itf.assessment.badinput.Bodies.conditions;
import static hk.itf.assessment.badinput.Bodies.days;
import static hk.itf.assessment.badinput.Bodies.decision;
import static hk.itf.assessment.badinput.Bodies.hkd;
import static hk.itf.assessment.badinput.Bodies.lines;
import static hk.itf.assessment.badinput.Bodies.mark;
import static hk.itf.assessment.badinput.Bodies.marks;
import static hk.itf.assessment.badinput.Rows.invalid;

import hk.itf.infra.testkit.http.BadRequest;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Marks, amounts, verdicts and choices of another type or out of range. */
final class ValueRows {

    private ValueRows() {}

    static Stream<BadRequest<Fixture>> all() {
        return Stream.of(marksGiven(), amounts(), verdicts(), claimLines(), choices(), answerDays())
                .flatMap(each -> each);
    }

    private static Stream<BadRequest<Fixture>> marksGiven() {
        return Stream.of(
                misfit("a mark of 11", mark("11"), "/marks/supervision"),
                misfit("a negative mark", mark("-1"), "/marks/supervision"),
                misfit("no mark", mark("null"), "/marks/supervision"),
                misfit("a missing criterion", marks("{\"research-content\":7,\"talent-fit\":7}"), "/marks/supervision"),
                misfit("no marks", marks("{}"), "/marks/research-content", "/marks/supervision", "/marks/talent-fit"),
                misfit(
                        "a criterion in upper case",
                        marks("{\"research-content\":7,\"talent-fit\":7,\"SUPERVISION\":7}"),
                        "/marks/SUPERVISION",
                        "/marks/supervision"),
                invalid("a mark as a text", Operation.SCORE, mark("\"7\""), "/marks/supervision"),
                invalid("a mark of 7.5", Operation.SCORE, mark("7.5"), "/marks/supervision"),
                invalid("a mark of 7.0", Operation.SCORE, mark("7.0"), "/marks/supervision"),
                invalid("a mark as a boolean", Operation.SCORE, mark("true"), "/marks/supervision"),
                invalid("null for the marks", Operation.SCORE, marks("null"), "/marks"),
                invalid("a list of marks", Operation.SCORE, marks("[7,7,7]"), "/marks"),
                invalid(
                        "101 marks",
                        Operation.SCORE,
                        marks(IntStream.rangeClosed(0, 100)
                                .mapToObj(i -> "\"c" + i + "\":1")
                                .collect(Collectors.joining(",", "{", "}"))),
                        "/marks"));
    }

    /** The form of amounts is tested in {@code infra/http}. */
    private static Stream<BadRequest<Fixture>> amounts() {
        return Stream.of(
                invalid("a bare number", Operation.DECIDE, decision("60000"), "/awarded"),
                invalid(
                        "another currency",
                        Operation.DECIDE,
                        decision("{\"amount\":\"1.00\",\"currency\":\"USD\"}"),
                        "/awarded"),
                refused("a negative award", hkd("-1.00"), "award-not-positive"),
                refused("an award of 0.00", hkd("0.00"), "award-not-positive"),
                refused("a cent above the entitlement", hkd("540000.01"), "award-above-entitlement"),
                refused("an award of nine trillion", hkd("9999999999999.99"), "award-above-entitlement"));
    }

    private static Stream<BadRequest<Fixture>> verdicts() {
        return Stream.of(
                invalid(
                        "a number for the outcome",
                        Operation.DECIDE,
                        "{\"outcome\":0,\"letter\":\"Yes.\"}",
                        "/outcome"),
                invalid("no outcome", Operation.DECIDE, "{\"letter\":\"Yes.\"}", "/outcome"),
                invalid("null for the outcome", Operation.DECIDE, "{\"outcome\":null,\"letter\":\"Yes.\"}", "/outcome"),
                invalid(
                        "an unknown outcome",
                        Operation.DECIDE,
                        "{\"outcome\":\"MAYBE\",\"letter\":\"Yes.\"}",
                        "/outcome"),
                invalid(
                        "an outcome in lower case",
                        Operation.DECIDE,
                        "{\"outcome\":\"approve\",\"letter\":\"Yes.\"}",
                        "/outcome"),
                invalid("a text for the conditions", Operation.DECIDE, conditions("\"Report.\""), "/conditions"),
                invalid("21 conditions", Operation.DECIDE, conditions(list(21, "\"Report.\"")), "/conditions"),
                invalid(
                        "several faults",
                        Operation.DECIDE,
                        conditions("[\"Report.\",\" \",\"" + "x".repeat(501) + "\"]"),
                        "/conditions/1",
                        "/conditions/2"),
                invalid("a text for yes or no", Operation.COMPLETE, "{\"complete\":\"true\"}", "/complete"),
                invalid("a number for yes or no", Operation.COMPLETE, "{\"complete\":1}", "/complete"),
                invalid("null for yes or no", Operation.COMPLETE, "{\"complete\":null}", "/complete"),
                invalid("neither yes nor no", Operation.COMPLETE, "{}", "/complete"),
                BadRequest.of(
                        "incomplete without a clarification",
                        fixture -> fixture.request(Operation.COMPLETE, "{\"complete\":false}"),
                        422,
                        "incomplete-needs-clarification"),
                invalid("a text for yes or no", Operation.CONFIRM, "{\"eligible\":\"yes\"}", "/eligible"),
                invalid("neither yes nor no", Operation.CONFIRM, "{\"reason\":\"As computed.\"}", "/eligible"),
                BadRequest.of(
                        "an override with a blank reason",
                        fixture -> fixture.request(Operation.CONFIRM, "{\"eligible\":false,\"reason\":\"\u3000\"}"),
                        422,
                        "override-needs-a-reason",
                        "/reason"));
    }

    private static Stream<BadRequest<Fixture>> claimLines() {
        var two = "{\"number\":2,\"accepted\":true},{\"number\":3,\"accepted\":true}]";
        return Stream.of(
                lineFault("a missing line", "[" + two, "/lines"),
                lineFault("a line twice", "[{\"number\":2,\"accepted\":true}," + two, "/lines/1/number", "/lines"),
                lineFault("a line 0", "[{\"number\":0,\"accepted\":true}," + two, "/lines/0/number", "/lines"),
                lineFault("a refusal without a reason", "[{\"number\":1,\"accepted\":false}," + two, "/lines/0/reason"),
                lineFault(
                        "a refusal with a blank reason",
                        "[{\"number\":1,\"accepted\":false,\"reason\":\"\u3000\"}," + two,
                        "/lines/0/reason"),
                lineFault("no lines", "[]", "/lines", "/lines", "/lines"),
                invalid("null for a line", Operation.VET, lines("[null]"), "/lines/0"),
                invalid("a number for a line", Operation.VET, lines("[1]"), "/lines/0"),
                invalid("an object for the lines", Operation.VET, lines("{\"1\":true}"), "/lines"),
                invalid("a text for a number", Operation.VET, line("\"1\"", "true"), "/lines/0/number"),
                invalid("no number", Operation.VET, lines("[{\"accepted\":true}]"), "/lines/0/number"),
                invalid("a text for yes or no", Operation.VET, line("1", "\"true\""), "/lines/0/accepted"),
                invalid("neither yes nor no", Operation.VET, lines("[{\"number\":1}]"), "/lines/0/accepted"),
                invalid(
                        "an unknown field",
                        Operation.VET,
                        lines("[{\"number\":1,\"accepted\":true,\"paid\":1}]"),
                        "/lines/0/paid"),
                invalid("101 lines", Operation.VET, lines(list(101, "{\"number\":1,\"accepted\":true}")), "/lines"),
                invalid(
                        "lines of a rejected claim",
                        Operation.VET,
                        "{\"reject\":\"No report.\",\"lines\":[{\"number\":1,\"accepted\":true}]}",
                        "/reject"));
    }

    private static Stream<BadRequest<Fixture>> choices() {
        return Stream.of(
                invalid("an unknown stage", Operation.NEXT, Operation.NEXT.with("[\"LUNCH\"]"), "/stages/0"),
                invalid("a number for a stage", Operation.NEXT, Operation.NEXT.with("[0]"), "/stages/0"),
                invalid("null for a stage", Operation.NEXT, Operation.NEXT.with("[null]"), "/stages/0"),
                invalid("a text for the stages", Operation.NEXT, Operation.NEXT.with("\"DECISION\""), "/stages"),
                invalid("eleven stages", Operation.NEXT, Operation.NEXT.with(list(11, "\"DECISION\"")), "/stages"),
                organisation(Operation.DECLARE, "a malformed id", "\"1-1-1-1-1\""),
                organisation(Operation.RECUSE, "a malformed id", "\"garbage\""),
                organisation(Operation.RECUSE, "a list as id", "[\"" + Fixture.ABSENT + "\"]"));
    }

    private static Stream<BadRequest<Fixture>> answerDays() {
        return Stream.of("0", "-1", "61", "\"14\"", "14.0", "null")
                .map(json -> invalid(json + " days to answer", Operation.CLARIFY, days(json), "/answerWithinDays"));
    }

    private static BadRequest<Fixture> misfit(String name, String body, String... pointers) {
        return BadRequest.of(
                name, fixture -> fixture.request(Operation.SCORE, body), 400, "marks-do-not-fit", pointers);
    }

    private static BadRequest<Fixture> refused(String name, String json, String rule) {
        return BadRequest.of(name, fixture -> fixture.request(Operation.DECIDE, decision(json)), 422, rule);
    }

    private static BadRequest<Fixture> lineFault(String name, String lines, String... pointers) {
        return BadRequest.of(
                name, fixture -> fixture.request(Operation.VET, lines(lines)), 400, "lines-do-not-fit", pointers);
    }

    private static String line(String number, String accepted) {
        return lines("[{\"number\":" + number + ",\"accepted\":" + accepted + "}]");
    }

    private static BadRequest<Fixture> organisation(Operation operation, String name, String json) {
        return invalid(name, operation, "{\"organisation\":" + json + ",\"reason\":\"Mine.\"}", "/organisation");
    }

    private static String list(int size, String json) {
        return "[" + String.join(",", Collections.nCopies(size, json)) + "]";
    }
}
