package hk.itf.assessment.badinput;

import static hk.itf.assessment.badinput.BadInput.invalid;

import hk.itf.infra.testkit.TestClock;
import java.util.stream.Stream;

/** Dates, schemes, people, cases, meetings and votes that are none, or do not fit where they are named. */
final class PanelCases {

    private PanelCases() {}

    static Stream<BadInput> all() {
        return Stream.of(days(), schemes(), ids(), votes(), parameters()).flatMap(each -> each);
    }

    private static Stream<BadInput> days() {
        var malformed = Stream.of(
                        "\"2027-02-30\"",
                        "\"2027-3-12\"",
                        "\"12/03/2027\"",
                        "\"2027-03-12T00:00:00Z\"",
                        "\"\"",
                        "\"+999999999-12-31\"",
                        "\"-0001-01-01\"",
                        "\"9999-12-31\"",
                        "20270312",
                        "[2027,3,12]",
                        "null")
                .map(day -> invalid("held on " + day, Act.SCHEDULE, meeting("\"rth\"", day), "/heldOn"));
        var outOfRange = Stream.of("\"2020-01-01\"", "\"2099-12-31\"")
                .map(day -> BadInput.of(
                        "held on " + day,
                        scene -> scene.does(Act.SCHEDULE, meeting("\"rth\"", day)),
                        400,
                        "invalid-meeting",
                        "/heldOn"));
        return Stream.concat(malformed, outOfRange);
    }

    private static Stream<BadInput> schemes() {
        var malformed = Stream.of("\"RTH\"", "\"rth/v2\"", "\"%\"", "\"\"", "7", "null")
                .map(scheme ->
                        invalid("the scheme " + scheme, Act.SCHEDULE, meeting(scheme, "\"2027-03-12\""), "/scheme"));
        return Stream.concat(
                malformed,
                Stream.of(BadInput.of(
                        "a scheme that is not there",
                        scene -> scene.does(Act.SCHEDULE, meeting("\"lunch\"", today())),
                        422,
                        "no-panel",
                        "/scheme")));
    }

    private static Stream<BadInput> ids() {
        return Stream.of(
                invalid("a person who is none", Act.ATTEND, Act.ATTEND.with("\"ada\""), "/person"),
                invalid("a person as a list", Act.ATTEND, Act.ATTEND.with("[\"" + Scene.ABSENT + "\"]"), "/person"),
                invalid("a person who is none, to take over", Act.REASSIGN, Act.REASSIGN.and("\"to\":\"ada\""), "/to"),
                invalid("a chair who is none", Act.SCHEDULE, Act.SCHEDULE.and("\"chair\":\"ada\""), "/chair"),
                invalid("a case that is none", Act.LIST, Act.LIST.with("\"garbage\""), "/reviewCase"),
                invalid("null for a case", Act.LIST, Act.LIST.with("null"), "/reviewCase"),
                invalid("no case", Act.LIST, "{}", "/reviewCase"),
                BadInput.of(
                        "a case that is not there",
                        scene -> scene.does(Act.LIST, Act.LIST.good()),
                        422,
                        "not-for-this-agenda",
                        "/reviewCase"),
                invalid("a meeting that is none", Act.ADJOURN, adjournment("\"tomorrow\""), "/meeting"),
                invalid("null for a meeting", Act.ADJOURN, adjournment("null"), "/meeting"),
                BadInput.of(
                        "a meeting that is not there",
                        scene -> scene.does(Act.ADJOURN, Act.ADJOURN.good()),
                        422,
                        "not-another-meeting",
                        "/meeting"),
                invalid(
                        "an organisation that is none",
                        Act.INTEREST,
                        Act.INTEREST.and("\"organisation\":\"garbage\""),
                        "/organisation"));
    }

    private static Stream<BadInput> votes() {
        return Stream.of("\"MAYBE\"", "\"support\"", "\"\"", "0", "true", "null", "[\"SUPPORT\"]")
                .map(vote -> invalid("the vote " + vote, Act.VOTE, Act.VOTE.with(vote), "/vote"));
    }

    private static Stream<BadInput> parameters() {
        return Stream.of(
                parameter("a stage that is none", "/cases?stage=LUNCH"),
                parameter("a stage in lower case", "/cases?stage=panel"),
                parameter("a status of meetings that is none", "/panel-meetings?status=BORING"),
                parameter("a page of words", "/panel-meetings?size=many"),
                BadInput.of(
                        "a page of 101 meetings",
                        scene -> scene.get("/panel-meetings?size=101"),
                        400,
                        "invalid-page",
                        ""),
                BadInput.of(
                        "a cursor that is none",
                        scene -> scene.get("/panel-meetings?cursor=garbage"),
                        400,
                        "invalid-page",
                        ""));
    }

    private static BadInput parameter(String name, String path) {
        return BadInput.of(name, scene -> scene.get(path), 400, "invalid-parameter", "");
    }

    private static String meeting(String scheme, String day) {
        return "{\"scheme\":" + scheme + ",\"heldOn\":" + day + ",\"place\":\"Room 3\"}";
    }

    private static String today() {
        return "\"" + TestClock.today() + "\"";
    }

    private static String adjournment(String meeting) {
        return "{\"meeting\":" + meeting + ",\"reason\":\"Later.\"}";
    }
}
