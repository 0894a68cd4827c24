package hk.itf.applications.badinput;

import hk.itf.infra.testkit.TestClock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Changes to a running grant that lack what their kind needs, bring what it has no use for, or do not fit the grant. */
final class AmendmentCases {

    private static final String MONEY = Bodies.hkd("1.00");
    private static final String TODAY = TestClock.today().toString();
    private static final String MILESTONE = milestone(Scene.ABSENT, "\"2099-12-31\"");

    private AmendmentCases() {}

    static Stream<BadInput> all() {
        return Stream.of(kinds(), earlyEnds(), variations(), nextStages(), terminations())
                .flatMap(each -> each);
    }

    private static Stream<BadInput> kinds() {
        return Stream.of(
                malformed("a change of no kind", "", "/kind"),
                malformed("a change of an unknown kind", "\"kind\":\"PAUSE\",", "/kind"),
                malformed("a change whose kind is a number", "\"kind\":1,", "/kind"),
                malformed("a change with an unknown field", "\"kind\":\"VARIATION\",\"colour\":1,", "/colour"),
                BadInput.of(
                        "a change for no reason",
                        scene -> scene.post(path(scene)).body("{\"kind\":\"EARLY_END\",\"lastDay\":\"2099-12-31\"}"),
                        400,
                        "invalid-request",
                        "/reason"),
                BadInput.of(
                        "a change for a reason of 2,001 characters",
                        scene -> scene.post(path(scene))
                                .body("{\"kind\":\"EARLY_END\",\"lastDay\":\"2099-12-31\",\"reason\":\""
                                        + "x".repeat(2001) + "\"}"),
                        400,
                        "invalid-request",
                        "/reason"));
    }

    private static Stream<BadInput> earlyEnds() {
        return Stream.of(
                malformed("an early end without a day", "\"kind\":\"EARLY_END\",", "/lastDay"),
                malformed(
                        "an early end with everything else",
                        "\"kind\":\"EARLY_END\",\"lastDay\":\"2099-12-31\",\"keep\":" + MONEY
                                + ",\"answers\":{\"duties\":\"Others.\"},\"milestones\":[" + MILESTONE + "],",
                        "/keep",
                        "/answers",
                        "/milestones"),
                refused(
                        "an early end after the end",
                        "\"kind\":\"EARLY_END\",\"lastDay\":\"2099-12-31\",",
                        422,
                        "not-an-early-end"));
    }

    private static Stream<BadInput> variations() {
        return Stream.of(
                refused("a variation of nothing", "\"kind\":\"VARIATION\",", 400, "nothing-changes"),
                refused("a variation of null", "\"kind\":\"VARIATION\",\"answers\":null,", 400, "nothing-changes"),
                malformed(
                        "a variation with a day and money",
                        "\"kind\":\"VARIATION\",\"lastDay\":\"2099-12-31\",\"keep\":" + MONEY + ",",
                        "/lastDay",
                        "/keep"),
                malformed("a variation of a list", "\"kind\":\"VARIATION\",\"answers\":[1],", "/answers"),
                refused(
                        "a variation of what decided the grant, and of nothing there is",
                        "\"kind\":\"VARIATION\",\"answers\":{\"degree\":\"doctoral\",\"a/b\":1},",
                        400,
                        "not-changeable",
                        "/answers/a~1b",
                        "/answers/degree"),
                malformed("milestones as an object", "\"kind\":\"VARIATION\",\"milestones\":{},", "/milestones"),
                malformed(
                        "61 milestones",
                        "\"kind\":\"VARIATION\",\"milestones\":["
                                + IntStream.range(0, 61)
                                        .mapToObj(i -> MILESTONE)
                                        .collect(Collectors.joining(","))
                                + "],",
                        "/milestones"),
                malformed("a milestone of nothing", "\"kind\":\"VARIATION\",\"milestones\":[null],", "/milestones/0"),
                malformed(
                        "a milestone without its instalment",
                        "\"kind\":\"VARIATION\",\"milestones\":[{\"lastDay\":\"2099-12-31\"}],",
                        "/milestones/0/tranche"),
                malformed(
                        "a milestone without its day",
                        "\"kind\":\"VARIATION\",\"milestones\":[{\"tranche\":\"" + Scene.ABSENT + "\"}],",
                        "/milestones/0/lastDay"),
                malformed(
                        "a milestone on the thirtieth of February",
                        "\"kind\":\"VARIATION\",\"milestones\":[" + milestone(Scene.ABSENT, "\"2099-02-30\"") + "],",
                        "/milestones/0/lastDay"),
                refused(
                        "a milestone where nothing can be varied",
                        "\"kind\":\"VARIATION\",\"milestones\":[" + MILESTONE + "],",
                        400,
                        "not-changeable",
                        "/milestones"),
                refused(
                        "an answer and a milestone where nothing can be varied",
                        "\"kind\":\"VARIATION\",\"answers\":{\"duties\":\"Others.\"},\"milestones\":[" + MILESTONE
                                + "],",
                        400,
                        "not-changeable",
                        "/answers/duties",
                        "/milestones"));
    }

    private static Stream<BadInput> nextStages() {
        return Stream.of(
                malformed(
                        "a next stage with everything else",
                        "\"kind\":\"NEXT_STAGE\",\"lastDay\":\"2099-12-31\",\"keep\":" + MONEY + ",\"milestones\":["
                                + MILESTONE + "],",
                        "/lastDay",
                        "/keep",
                        "/milestones"),
                refused("a next stage where there is none", "\"kind\":\"NEXT_STAGE\",", 422, "no-later-stage"));
    }

    private static Stream<BadInput> terminations() {
        return Stream.of(
                malformed("a termination of nothing", "\"kind\":\"TERMINATION\",", "/lastDay", "/keep"),
                malformed(
                        "a termination with answers and milestones",
                        termination(MONEY) + "\"answers\":{\"duties\":\"Others.\"},\"milestones\":[" + MILESTONE + "],",
                        "/answers",
                        "/milestones"),
                malformed("a termination that keeps less than nothing", termination(Bodies.hkd("-0.01")), "/keep"),
                malformed("a termination that keeps a number", termination("1"), "/keep"),
                malformed("a termination that keeps three decimals", termination(Bodies.hkd("1.000")), "/keep"),
                malformed(
                        "a termination that keeps dollars of others",
                        termination("{\"amount\":\"1.00\",\"currency\":\"USD\"}"),
                        "/keep"),
                refused(
                        "a termination that keeps more than was paid",
                        termination(TODAY, Bodies.hkd("0.01")),
                        400,
                        "keeps-too-much",
                        "/keep"),
                refused(
                        "a termination before the grant starts",
                        termination("2001-01-01", Bodies.hkd("0.00")),
                        400,
                        "outside-the-grant",
                        "/lastDay"),
                refused(
                        "a termination after the grant ends",
                        termination("2099-12-31", Bodies.hkd("0.00")),
                        400,
                        "outside-the-grant",
                        "/lastDay"),
                refused(
                        "a termination after the end that keeps more than was paid",
                        termination("2099-12-31", Bodies.hkd("0.01")),
                        400,
                        "keeps-too-much",
                        "/lastDay",
                        "/keep"));
    }

    private static BadInput malformed(String name, String fields, String... pointers) {
        return refused(name, fields, 400, "invalid-request", pointers);
    }

    private static BadInput refused(String name, String fields, int status, String problem, String... pointers) {
        return BadInput.of(
                name,
                scene -> scene.post(path(scene)).body("{" + fields + "\"reason\":\"It ends.\"}"),
                status,
                problem,
                pointers);
    }

    private static String path(Scene scene) {
        return "/applications/" + scene.grant() + "/amendments";
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
