package hk.itf.disbursement.badinput;

import hk.itf.disbursement.Events;
import hk.itf.disbursement.Finance;
import hk.itf.disbursement.GrantStory;
import hk.itf.disbursement.GrantStoryEvents;
import hk.itf.disbursement.Poll;
import hk.itf.infra.local.TokenRequest;
import hk.itf.infra.testkit.DatabaseDigest;
import hk.itf.infra.testkit.Tokens;
import hk.itf.infra.testkit.http.RawRequest;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.money.Money;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests of a person with every role. Holds a grant with a prepared tranche, a hold, a duty conflict, an envelope
 * with a proposed top-up, an older envelope with a proposed carry-over, unverified bank details, a receivable with unconfirmed
 * cash and set-off, and an open payment run.
 */
final class Fixture {

    static final String ABSENT = "019aa8c6-95a4-7c3e-8f8d-2f1b7e0c4d11";

    /** A bank account that no reply may repeat. */
    static final String ACCOUNT = "998877665544";

    private static @Nullable Fixture shared;

    private final String token;
    private final Map<FixtureId, String> ids;

    private Fixture(String token, Map<FixtureId, String> ids) {
        this.token = token;
        this.ids = ids;
    }

    /** The fixture that the tests of this package share. They do not change it. */
    static synchronized Fixture shared(Clock clock) {
        var existing = shared;
        if (existing == null) {
            existing = create(clock);
            shared = existing;
            DatabaseDigest.settled();
        }
        return existing;
    }

    static Fixture create(Clock clock) {
        var ids = new EnumMap<FixtureId, String>(FixtureId.class);
        grant(clock, ids);
        debt(clock, ids);
        var organisation = OrganisationId.next();
        Finance.filePayee(organisation, "441000222").then().statusCode(201);
        ids.put(FixtureId.ORGANISATION, organisation.toString());
        ids.put(FixtureId.PAYEE, "1");
        ids.put(FixtureId.PARKED, "9000000000"); // there is no parked payment
        ids.put(
                FixtureId.RUN,
                Finance.as("preparer", "finance-preparer")
                        .post("/payment-runs")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
        return new Fixture(tokenFor(organisation), ids);
    }

    private static void grant(Clock clock, Map<FixtureId, String> ids) {
        var story = GrantStory.of(clock, Money.hkd(60))
                .agreed()
                .withPayee("441000111")
                .due(1, Money.hkd(60));
        Finance.prepare(story.tranche(1), "preparer").then().statusCode(200);
        story.say(GrantStoryEvents.submitted(story, "assessor one"));
        var ofGrant = "/duty-conflicts?grant=" + story.grant;
        Poll.until(() -> Finance.read(ofGrant).getList("items").size() == 1);
        ids.put(FixtureId.CONFLICT, Finance.read(ofGrant).getString("items[0].id"));
        ids.put(
                FixtureId.HOLD,
                Finance.as("releaser", "finance-releaser")
                        .body("{\"target\":\"AWARD\",\"id\":\"%s\",\"reason\":\"A query\"}".formatted(story.grant))
                        .post("/holds")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
        var proposal = Finance.propose(story.scheme.value(), story.financialYear(), Money.hkd(5));
        ids.put(FixtureId.ENVELOPE, proposal.envelope());
        ids.put(FixtureId.TOP_UP, proposal.topUp());
        var old = Finance.fund(story.scheme.value(), "2020-21", Money.hkd(3));
        ids.put(FixtureId.OLD_ENVELOPE, old);
        ids.put(FixtureId.CARRY_OVER, Finance.proposeCarryOver(old).carryOver());
        ids.put(FixtureId.GRANT, story.grant.toString());
        ids.put(FixtureId.TRANCHE, story.tranche(1).toString());
    }

    /** Adds a receivable with a proposal of cash and of a set-off, and the tranche for the set-off. */
    private static void debt(Clock clock, Map<FixtureId, String> ids) {
        var debtor = GrantStory.of(clock, Money.hkd(60)).agreed().withPayee("441000333");
        var owed = Events.ofService().owing(debtor, Money.hkd(30), Money.ZERO);
        var due = debtor.another(Money.hkd(60)).agreed().due(1, Money.hkd(60));
        owed.record(Money.hkd(1), "FT-1").then().statusCode(201);
        owed.setOff(due.tranche(1), Money.hkd(1), "preparer").then().statusCode(201);
        var recoveries = owed.read().getList("recoveries.id", String.class);
        ids.put(FixtureId.RECEIVABLE, owed.id());
        ids.put(FixtureId.CASH, recoveries.getFirst());
        ids.put(FixtureId.SET_OFF, recoveries.getLast());
        ids.put(FixtureId.DUE_TRANCHE, due.tranche(1).toString());
    }

    /** The same ids with the token of another organisation. */
    Fixture seenFromElsewhere() {
        return new Fixture(tokenFor(OrganisationId.next()), ids);
    }

    /** The same person with this id in place of all others. */
    Fixture absent(String value) {
        var absent = new EnumMap<FixtureId, String>(FixtureId.class);
        for (var thing : FixtureId.values()) {
            absent.put(thing, value);
        }
        return new Fixture(token, absent);
    }

    /** The same ids, one of them replaced. */
    Fixture replacing(FixtureId id, String value) {
        var changed = new EnumMap<>(ids);
        changed.put(id, value);
        return new Fixture(token, changed);
    }

    String id(FixtureId id) {
        return Objects.requireNonNull(ids.get(id), id::name);
    }

    RawRequest confirm(String how, String recovery) {
        return post("/receivables/" + id(FixtureId.RECEIVABLE) + "/" + how + "/" + recovery + "/confirmation")
                .with("If-Match", "\"2\"");
    }

    RawRequest confirmTopUp(String topUp) {
        return post("/envelopes/" + id(FixtureId.ENVELOPE) + "/top-ups/" + topUp + "/confirmation");
    }

    RawRequest confirmCarryOver(String carryOver) {
        return post("/envelopes/" + id(FixtureId.OLD_ENVELOPE) + "/carry-overs/" + carryOver + "/confirmation")
                .with("If-Match", "\"0\"");
    }

    /** A request with the token only. */
    RawRequest bare(String method, String path) {
        return RawRequest.of(method, path).with("Authorization", "Bearer " + token);
    }

    RawRequest get(String path) {
        return bare("GET", path);
    }

    /** A request with the media type of JSON; the caller adds the body. */
    RawRequest put(String path) {
        return bare("PUT", path).with("Content-Type", "application/json");
    }

    /** A request with a new key and the media type of JSON; the caller adds the body. */
    RawRequest post(String path) {
        return bare("POST", path)
                .with("Content-Type", "application/json")
                .with("Idempotency-Key", UUID.randomUUID().toString());
    }

    RawRequest request(Operation operation) {
        return request(operation, operation.good());
    }

    RawRequest request(Operation operation, String body) {
        return to(operation).body(body);
    }

    RawRequest request(Operation operation, byte[] body) {
        return to(operation).body(body);
    }

    private RawRequest to(Operation operation) {
        return switch (operation) {
            case OPEN -> post("/envelopes");
            case TOP_UP -> post("/envelopes/" + id(FixtureId.ENVELOPE) + "/top-ups");
            case HOLD -> post("/holds");
            case LIFT -> post("/holds/" + id(FixtureId.HOLD) + "/lifting");
            case RETURN ->
                post("/tranches/" + id(FixtureId.TRANCHE) + "/return").with("If-Match", "\"0\"");
            case FILE -> post("/organisations/" + id(FixtureId.ORGANISATION) + "/payees");
            case VERIFY ->
                post("/organisations/" + id(FixtureId.ORGANISATION) + "/payees/" + id(FixtureId.PAYEE)
                        + "/verification");
            case CONFIRM ->
                post("/duty-conflicts/" + id(FixtureId.CONFLICT) + "/confirmation")
                        .with("If-Match", "\"0\"");
            case CASH ->
                post("/receivables/" + id(FixtureId.RECEIVABLE) + "/cash").with("If-Match", "\"0\"");
            case SET_OFF ->
                post("/receivables/" + id(FixtureId.RECEIVABLE) + "/set-off").with("If-Match", "\"0\"");
            case RELEASE_RUN -> put("/payment-runs/" + id(FixtureId.RUN) + "/release");
            case CARRY_OVER -> post("/envelopes/" + id(FixtureId.ENVELOPE) + "/carry-overs");
            case WITHDRAW_CARRY_OVER ->
                post("/envelopes/" + id(FixtureId.OLD_ENVELOPE) + "/carry-overs/" + id(FixtureId.CARRY_OVER)
                        + "/withdrawal");
            case WITHDRAW_TOP_UP ->
                post("/envelopes/" + id(FixtureId.ENVELOPE) + "/top-ups/" + id(FixtureId.TOP_UP) + "/withdrawal");
            case WITHDRAW_CASH ->
                post("/receivables/" + id(FixtureId.RECEIVABLE) + "/cash/" + id(FixtureId.CASH) + "/withdrawal")
                        .with("If-Match", "\"0\"");
            case WITHDRAW_SET_OFF ->
                post("/receivables/" + id(FixtureId.RECEIVABLE) + "/set-off/" + id(FixtureId.SET_OFF) + "/withdrawal")
                        .with("If-Match", "\"0\"");
        };
    }

    private static String tokenFor(OrganisationId organisation) {
        return Tokens.token(TokenRequest.of(
                        "somebody with every role",
                        "applicant",
                        "finance-preparer",
                        "finance-releaser",
                        "payee-verifier",
                        "fund-controller",
                        "auditor",
                        "operator")
                .actingFor(organisation.toString()));
    }
}
