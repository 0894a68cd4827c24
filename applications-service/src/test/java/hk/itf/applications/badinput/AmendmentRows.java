package hk.itf.applications.badinput;

import hk.itf.infra.testkit.TestClock;
import hk.itf.infra.testkit.http.BadRequest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Amendments with missing fields, with fields of another kind of amendment, or with values that do not fit the grant. */
final class AmendmentRows {

    private static final String MONEY = Bodies.hkd("1.00");
    private static final String TODAY = TestClock.today().toString();
    private static final String MILESTONE = milestone(Fixture.ABSENT, "\"2099-12-31\"");

    private AmendmentRows() {}

    static Stream<BadRequest<Fixture>> all() {
        return Stream.of(kinds(), earlyEnds(), variations(), nextStages(), terminations())
                .flatMap(each -> each);
    }

    private static Stream<BadRequest<Fixture>> kinds() {
        return Stream.of(
                malformed("an amendment without a kind", "", "/kind"),
                malformed("an unknown kind of amendment", "\"kind\":\"PAUSE\",", "/kind"),
                malformed("a number as kind of amendment", "\"kind\":1,", "/kind"),
                malformed("an unknown field in an amendment", "\"kind\":\"VARIATION\",\"colour\":1,", "/colour"),
                BadRequest.of(
                        "an amendment without a reason",
                        fixture ->
                                fixture.post(path(fixture)).body("{\"kind\":\"EARLY_END\",\"lastDay\":\"2099-12-31\"}"),
                        400,
                        "invalid-request",
                        "/reason"),
                BadRequest.of(
                        "an unclean reason",
                        fixture -> fixture.post(path(fixture))
                                .body(
                                        "{\"kind\":\"EARLY_END\",\"lastDay\":\"2099-12-31\",\"reason\":\"It\\u202eends.\"}"),
                        400,
                        "invalid-request",
                        "/reason"),
                BadRequest.of(
                        "a change of an amendment without a reason",
                        fixture -> fixture.put(path(fixture) + "/" + fixture.claim())
                                .body("{\"lastDay\":\"2099-12-31\"}"),
                        400,
                        "invalid-request",
                        "/reason"),
                BadRequest.of(
                        "a reason of 2,001 characters",
                        fixture -> fixture.post(path(fixture))
                                .body("{\"kind\":\"EARLY_END\",\"lastDay\":\"2099-12-31\",\"reason\":\""
                                        + "x".repeat(2001) + "\"}"),
                        400,
                        "invalid-request",
                        "/reason"));
    }

    private static Stream<BadRequest<Fixture>> earlyEnds() {
        return Stream.of(
                malformed("an early end without a day", "\"kind\":\"EARLY_END\",", "/lastDay"),
                malformed(
                        "an early end with fields of other kinds",
                        "\"kind\":\"EARLY_END\",\"lastDay\":\"2099-12-31\",\"keep\":" + MONEY
                                + ",\"answers\":{\"duties\":\"Others.\"},\"milestones\":[" + MILESTONE + "],",
                        "/keep",
                        "/answers",
                        "/milestones"),
                refused(
                        "an early end after the end of the grant",
                        "\"kind\":\"EARLY_END\",\"lastDay\":\"2099-12-31\",",
                        422,
                        "not-an-early-end"));
    }

    private static Stream<BadRequest<Fixture>> variations() {
        return Stream.of(
                refused("a variation without changes", "\"kind\":\"VARIATION\",", 400, "nothing-changes"),
                refused(
                        "a variation with null for the answers",
                        "\"kind\":\"VARIATION\",\"answers\":null,",
                        400,
                        "nothing-changes"),
                malformed(
                        "a variation with fields of other kinds",
                        "\"kind\":\"VARIATION\",\"lastDay\":\"2099-12-31\",\"keep\":" + MONEY + ",",
                        "/lastDay",
                        "/keep"),
                malformed("a variation with a list of answers", "\"kind\":\"VARIATION\",\"answers\":[1],", "/answers"),
                refused(
                        "a variation of fixed and of unknown answers",
                        "\"kind\":\"VARIATION\",\"answers\":{\"degree\":\"doctoral\",\"a/b\":1},",
                        400,
                        "not-changeable",
                        "/answers/a~1b",
                        "/answers/degree"),
                malformed("an object for the milestones", "\"kind\":\"VARIATION\",\"milestones\":{},", "/milestones"),
                malformed(
                        "61 milestones",
                        "\"kind\":\"VARIATION\",\"milestones\":["
                                + IntStream.range(0, 61)
                                        .mapToObj(i -> MILESTONE)
                                        .collect(Collectors.joining(","))
                                + "],",
                        "/milestones"),
                malformed("null for a milestone", "\"kind\":\"VARIATION\",\"milestones\":[null],", "/milestones/0"),
                malformed(
                        "a milestone without a tranche",
                        "\"kind\":\"VARIATION\",\"milestones\":[{\"lastDay\":\"2099-12-31\"}],",
                        "/milestones/0/tranche"),
                malformed(
                        "a milestone without a day",
                        "\"kind\":\"VARIATION\",\"milestones\":[{\"tranche\":\"" + Fixture.ABSENT + "\"}],",
                        "/milestones/0/lastDay"),
                malformed(
                        "a milestone on 30 February",
                        "\"kind\":\"VARIATION\",\"milestones\":[" + milestone(Fixture.ABSENT, "\"2099-02-30\"") + "],",
                        "/milestones/0/lastDay"),
                refused(
                        "a milestone in a scheme without variations",
                        "\"kind\":\"VARIATION\",\"milestones\":[" + MILESTONE + "],",
                        400,
                        "not-changeable",
                        "/milestones"),
                refused(
                        "an answer and a milestone in a scheme without variations",
                        "\"kind\":\"VARIATION\",\"answers\":{\"duties\":\"Others.\"},\"milestones\":[" + MILESTONE
                                + "],",
                        400,
                        "not-changeable",
                        "/answers/duties",
                        "/milestones"));
    }

    private static Stream<BadRequest<Fixture>> nextStages() {
        return Stream.of(
                malformed(
                        "a next stage with fields of other kinds",
                        "\"kind\":\"NEXT_STAGE\",\"lastDay\":\"2099-12-31\",\"keep\":" + MONEY + ",\"milestones\":["
                                + MILESTONE + "],",
                        "/lastDay",
                        "/keep",
                        "/milestones"),
                refused("a next stage in a scheme without stages", "\"kind\":\"NEXT_STAGE\",", 422, "no-later-stage"));
    }

    private static Stream<BadRequest<Fixture>> terminations() {
        return Stream.of(
                malformed("a termination without day and amount", "\"kind\":\"TERMINATION\",", "/lastDay", "/keep"),
                malformed(
                        "a termination with fields of other kinds",
                        termination(MONEY) + "\"answers\":{\"duties\":\"Others.\"},\"milestones\":[" + MILESTONE + "],",
                        "/answers",
                        "/milestones"),
                malformed("a negative amount to keep", termination(Bodies.hkd("-0.01")), "/keep"),
                malformed("a number as amount to keep", termination("1"), "/keep"),
                malformed(
                        "an amount to keep in another currency",
                        termination("{\"amount\":\"1.00\",\"currency\":\"USD\"}"),
                        "/keep"),
                refused(
                        "an amount to keep above the amount paid",
                        termination(TODAY, Bodies.hkd("0.01")),
                        400,
                        "keeps-too-much",
                        "/keep"),
                refused(
                        "a termination before the start of the grant",
                        termination("2001-01-01", Bodies.hkd("0.00")),
                        400,
                        "outside-the-grant",
                        "/lastDay"),
                refused(
                        "a termination after the end of the grant",
                        termination("2099-12-31", Bodies.hkd("0.00")),
                        400,
                        "outside-the-grant",
                        "/lastDay"),
                refused(
                        "a termination after the end with too much to keep",
                        termination("2099-12-31", Bodies.hkd("0.01")),
                        400,
                        "keeps-too-much",
                        "/lastDay",
                        "/keep"));
    }

    private static BadRequest<Fixture> malformed(String name, String fields, String... pointers) {
        return refused(name, fields, 400, "invalid-request", pointers);
    }

    private static BadRequest<Fixture> refused(
            String name, String fields, int status, String problem, String... pointers) {
        return BadRequest.of(
                name,
                fixture -> fixture.post(path(fixture)).body("{" + fields + "\"reason\":\"It ends.\"}"),
                status,
                problem,
                pointers);
    }

    private static String path(Fixture fixture) {
        return "/applications/" + fixture.grant() + "/amendments";
    }

    private static String termination(String keep) {
        return termination(TODAY, keep);
    }

    private static String termination(String lastDay, String keep) {
        return "\"kind\":\"TERMINATION\",\"lastDay\":\"" + lastDay + "\",\"keep\":" + keep + ",";
    }

    private static String milestone(String tranche, String lastDay) {
        return "{\"tranche\":\"" + tranche + "\",\"lastDay\":" + lastDay + "}";
    }
}
