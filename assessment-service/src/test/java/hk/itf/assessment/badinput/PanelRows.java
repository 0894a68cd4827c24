package hk.itf.assessment.badinput;

import static hk.itf.assessment.badinput.Rows.invalid;

import hk.itf.infra.testkit.TestClock;
import hk.itf.infra.testkit.http.BadRequest;
import java.util.stream.Stream;

/** Dates, schemes, people, cases, meetings and votes that are malformed, unknown or out of range. */
final class PanelRows {

    private PanelRows() {}

    static Stream<BadRequest<Fixture>> all() {
        return Stream.of(days(), schemes(), ids(), votes(), parameters()).flatMap(each -> each);
    }

    private static Stream<BadRequest<Fixture>> days() {
        var malformed = Stream.of("\"2027-02-30\"", "20270312", "null")
                .map(day -> invalid("held on " + day, Operation.SCHEDULE, meeting("\"rth\"", day), "/heldOn"));
        var outOfRange = Stream.of("\"2020-01-01\"", "\"2099-12-31\"")
                .map(day -> BadRequest.<Fixture>of(
                        "held on " + day,
                        fixture -> fixture.request(Operation.SCHEDULE, meeting("\"rth\"", day)),
                        400,
                        "invalid-meeting",
                        "/heldOn"));
        return Stream.concat(malformed, outOfRange);
    }

    private static Stream<BadRequest<Fixture>> schemes() {
        var malformed = Stream.of("\"RTH\"", "\"rth/v2\"", "\"%\"", "\"\"", "7", "null")
                .map(scheme -> invalid(
                        "the scheme " + scheme, Operation.SCHEDULE, meeting(scheme, "\"2027-03-12\""), "/scheme"));
        return Stream.concat(
                malformed,
                Stream.of(BadRequest.of(
                        "an unknown scheme",
                        fixture -> fixture.request(Operation.SCHEDULE, meeting("\"lunch\"", today())),
                        422,
                        "no-panel",
                        "/scheme")));
    }

    private static Stream<BadRequest<Fixture>> ids() {
        return Stream.of(
                invalid("a malformed person", Operation.ATTEND, Operation.ATTEND.with("\"ada\""), "/person"),
                invalid(
                        "a person as a list",
                        Operation.ATTEND,
                        Operation.ATTEND.with("[\"" + Fixture.ABSENT + "\"]"),
                        "/person"),
                invalid(
                        "a person who is none, to take over",
                        Operation.REASSIGN,
                        Operation.REASSIGN.and("\"to\":\"ada\""),
                        "/to"),
                invalid("a malformed chair", Operation.SCHEDULE, Operation.SCHEDULE.and("\"chair\":\"ada\""), "/chair"),
                invalid("a malformed case", Operation.LIST, Operation.LIST.with("\"garbage\""), "/reviewCase"),
                invalid("null for a case", Operation.LIST, Operation.LIST.with("null"), "/reviewCase"),
                invalid("no case", Operation.LIST, "{}", "/reviewCase"),
                BadRequest.of(
                        "an unknown case",
                        fixture -> fixture.request(Operation.LIST, Operation.LIST.good()),
                        422,
                        "not-for-this-agenda",
                        "/reviewCase"),
                invalid("a malformed meeting", Operation.ADJOURN, adjournment("\"tomorrow\""), "/meeting"),
                invalid("null for a meeting", Operation.ADJOURN, adjournment("null"), "/meeting"),
                BadRequest.of(
                        "an unknown meeting",
                        fixture -> fixture.request(Operation.ADJOURN, Operation.ADJOURN.good()),
                        422,
                        "not-another-meeting",
                        "/meeting"),
                invalid(
                        "a malformed organisation",
                        Operation.INTEREST,
                        Operation.INTEREST.and("\"organisation\":\"garbage\""),
                        "/organisation"));
    }

    private static Stream<BadRequest<Fixture>> votes() {
        return Stream.of("\"MAYBE\"", "\"support\"", "\"\"", "0", "true", "null", "[\"SUPPORT\"]")
                .map(vote -> invalid("the vote " + vote, Operation.VOTE, Operation.VOTE.with(vote), "/vote"));
    }

    private static Stream<BadRequest<Fixture>> parameters() {
        return Stream.of(
                parameter("an unknown stage", "/cases?stage=LUNCH"),
                parameter("a stage in lower case", "/cases?stage=panel"),
                parameter("an unknown status of meetings", "/panel-meetings?status=BORING"),
                parameter("an unknown status of cases", "/cases?status=RICH"),
                parameter("overdue cases or not", "/cases?overdue=perhaps"),
                parameter("my tasks or not", "/tasks?mine=perhaps"));
    }

    private static BadRequest<Fixture> parameter(String name, String path) {
        return BadRequest.of(name, fixture -> fixture.get(path), 400, "invalid-parameter", "");
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
