package hk.itf.disbursement.badinput;

import hk.itf.infra.testkit.http.BadRequest;
import hk.itf.infra.testkit.http.RawRequest;
import java.util.function.Function;
import java.util.stream.Stream;

/** Bad query parameters, and stale or missing versions of changes. */
final class ParameterRows {

    private ParameterRows() {}

    static Stream<BadRequest<Fixture>> all() {
        return Stream.of(filters(), runs(), versions()).flatMap(each -> each);
    }

    private static Stream<BadRequest<Fixture>> filters() {
        return Stream.concat(
                Stream.of(
                                "/awards?status=RICH",
                                "/tranches?status=due",
                                "/payments/attempts?status=0",
                                "/duty-conflicts?status=CLOSED",
                                "/duty-conflicts?grant=garbage",
                                "/receivables?status=LATE",
                                "/receivables?organisation=garbage",
                                "/receivables?overdue=maybe",
                                "/debtors?asOf=yesterday",
                                "/debtors?asOf=2026-02-30",
                                "/debtors?asOf=20.11.2026",
                                "/debtors?asOf=2026-11-20T00:00:00Z",
                                "/debtors?asOf=2999-01-01",
                                "/debtors?asOf=1999-12-31",
                                "/debtors?asOf=-999999999-01-01",
                                "/debtors?asOf=%2B999999999-12-31",
                                "/debtors?asOf=%00")
                        .map(path -> BadRequest.<Fixture>of(
                                path, fixture -> fixture.get(path), 400, "invalid-parameter", "")),
                Stream.of(BadRequest.of(
                        "/holds?standing=maybe",
                        fixture -> fixture.get("/holds?standing=maybe"),
                        400,
                        "invalid-request",
                        "")));
    }

    private static Stream<BadRequest<Fixture>> runs() {
        return Stream.of("0", "-1", "101", "1.5")
                .map(upTo -> BadRequest.<Fixture>of(
                        "a run of up to " + upTo,
                        fixture -> fixture.post("/payment-runs?upTo=" + upTo),
                        400,
                        "invalid-parameter",
                        ""));
    }

    private static Stream<BadRequest<Fixture>> versions() {
        return Stream.of(
                        change("a preparation", fixture -> transition(fixture, "preparation")),
                        change("a release", fixture -> transition(fixture, "release")),
                        change("a return", fixture -> fixture.request(Operation.RETURN)),
                        change(
                                "the confirmation of a carry-over",
                                fixture -> fixture.confirmCarryOver(fixture.id(FixtureId.CARRY_OVER))),
                        change("the confirmation of a conflict", fixture -> fixture.request(Operation.CONFIRM)),
                        change("cash", fixture -> fixture.request(Operation.CASH)),
                        change(
                                "the confirmation of cash",
                                fixture -> fixture.confirm("cash", fixture.id(FixtureId.CASH))),
                        change(
                                "a set-off",
                                fixture -> fixture.request(
                                        Operation.SET_OFF,
                                        Operation.SET_OFF.with(
                                                "tranche", "\"" + fixture.id(FixtureId.DUE_TRANCHE) + "\""))),
                        change(
                                "the confirmation of a set-off",
                                fixture -> fixture.confirm("set-off", fixture.id(FixtureId.SET_OFF))),
                        change("the withdrawal of cash", fixture -> fixture.request(Operation.WITHDRAW_CASH)),
                        change("the withdrawal of a set-off", fixture -> fixture.request(Operation.WITHDRAW_SET_OFF)))
                .flatMap(each -> each);
    }

    private static Stream<BadRequest<Fixture>> change(String name, Function<Fixture, RawRequest> request) {
        return Stream.of(
                BadRequest.of(
                        name + " without If-Match",
                        fixture -> request.apply(fixture).without("If-Match"),
                        428,
                        "if-match-required"),
                BadRequest.of(
                        name + " of another version",
                        fixture -> request.apply(fixture).replacing("If-Match", "\"77\""),
                        412,
                        "stale-version"));
    }

    private static RawRequest transition(Fixture fixture, String transition) {
        return fixture.post("/tranches/" + fixture.id(FixtureId.TRANCHE) + "/" + transition)
                .with("If-Match", "\"0\"");
    }
}
