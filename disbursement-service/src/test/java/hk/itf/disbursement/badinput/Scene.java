package hk.itf.disbursement.badinput;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import hk.itf.disbursement.Finance;
import hk.itf.disbursement.GrantStory;
import hk.itf.disbursement.GrantStoryEvents;
import hk.itf.infra.local.TokenRequest;
import hk.itf.infra.testkit.RawRequest;
import hk.itf.infra.testkit.Tokens;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.money.Money;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A grant with a prepared tranche, a hold, a duty conflict, an envelope with a proposed top-up, an
 * envelope of an earlier year that is proposed to be carried over, bank details that nobody
 * has verified, a receivable with cash and a set-off that nobody has confirmed, a payment run that is opened; and requests
 * of somebody who has every role, to spoil.
 */
final class Scene {

    static final String ABSENT = "019aa8c6-95a4-7c3e-8f8d-2f1b7e0c4d11";

    /** In no answer, whatever is wrong with it. */
    static final String ACCOUNT = "998877665544";

    private final String token;
    private final Map<SceneResource, String> ids;

    private Scene(String token, Map<SceneResource, String> ids) {
        this.token = token;
        this.ids = ids;
    }

    static Scene set(Clock clock) {
        var ids = new EnumMap<SceneResource, String>(SceneResource.class);
        grant(clock, ids);
        debt(clock, ids);
        var organisation = OrganisationId.next();
        Finance.filePayee(organisation, "441000222").then().statusCode(201);
        ids.put(SceneResource.ORGANISATION, organisation.toString());
        ids.put(SceneResource.PAYEE, "1");
        ids.put(SceneResource.PARKED, "9000000000"); // nothing is
        ids.put(
                SceneResource.RUN,
                Finance.as("preparer", "finance-preparer")
                        .post("/payment-runs")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
        return new Scene(tokenFor(organisation), ids);
    }

    private static void grant(Clock clock, Map<SceneResource, String> ids) {
        var story = GrantStory.of(clock, Money.hkd(60))
                .agreed()
                .withPayee("441000111")
                .due(1, Money.hkd(60));
        Finance.prepare(story.tranche(1), "preparer").then().statusCode(200);
        story.say(GrantStoryEvents.submitted(story, "assessor one"));
        var ofGrant = "/duty-conflicts?grant=" + story.grant;
        await().atMost(ofSeconds(20))
                .until(() -> Finance.read(ofGrant).getList("items").size() == 1);
        ids.put(SceneResource.CONFLICT, Finance.read(ofGrant).getString("items[0].id"));
        ids.put(
                SceneResource.HOLD,
                Finance.as("releaser", "finance-releaser")
                        .body("{\"target\":\"AWARD\",\"id\":\"%s\",\"reason\":\"A query\"}".formatted(story.grant))
                        .post("/holds")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
        var proposal = Finance.propose(story.scheme.value(), story.financialYear(), Money.hkd(5));
        ids.put(SceneResource.ENVELOPE, proposal.envelope());
        ids.put(SceneResource.TOP_UP, proposal.topUp());
        var old = Finance.fund(story.scheme.value(), "2020-21", Money.hkd(3));
        ids.put(SceneResource.OLD_ENVELOPE, old);
        ids.put(SceneResource.CARRY_OVER, Finance.proposeCarryOver(old).carryOver());
        ids.put(SceneResource.GRANT, story.grant.toString());
        ids.put(SceneResource.TRANCHE, story.tranche(1).toString());
    }

    /** A receivable, what is proposed to bring it back, and the tranche that would be set off. */
    private static void debt(Clock clock, Map<SceneResource, String> ids) {
        var debtor = GrantStory.of(clock, Money.hkd(60)).agreed().withPayee("441000333");
        debtor.say(debtor.advanceOf(1, Money.hkd(30)));
        await().atMost(ofSeconds(20))
                .until(() -> Finance.as("auditor", "auditor")
                                .get("/tranches/" + debtor.advance(1))
                                .statusCode()
                        == 200);
        debtor.awaitTranche(debtor.advance(1), "DUE");
        debtor.payOut(debtor.advance(1));
        debtor.awaitTranche(debtor.advance(1), "PAID");
        debtor.acceptClaim(1, Money.ZERO);
        debtor.awaitTranche(1, "CANCELLED");
        var due = debtor.another(Money.hkd(60)).agreed().due(1, Money.hkd(60));
        var owed = Finance.owedBy(debtor);
        owed.record(Money.hkd(1), "FT-1").then().statusCode(201);
        owed.setOff(due.tranche(1), Money.hkd(1), "preparer").then().statusCode(201);
        var recoveries = owed.read().getList("recoveries.id", String.class);
        ids.put(SceneResource.RECEIVABLE, owed.id());
        ids.put(SceneResource.CASH, recoveries.getFirst());
        ids.put(SceneResource.SET_OFF, recoveries.getLast());
        ids.put(SceneResource.DUE_TRANCHE, due.tranche(1).toString());
    }

    /** The same things, asked for on behalf of another organisation. */
    Scene seenFromElsewhere() {
        return new Scene(tokenFor(OrganisationId.next()), ids);
    }

    /** The same person, with ids of nothing. */
    Scene absent(String id) {
        var absent = new EnumMap<SceneResource, String>(SceneResource.class);
        for (var thing : SceneResource.values()) {
            absent.put(thing, id);
        }
        return new Scene(token, absent);
    }

    /** The same, but for one thing that is not there. */
    Scene without(SceneResource thing, String id) {
        var fewer = new EnumMap<>(ids);
        fewer.put(thing, id);
        return new Scene(token, fewer);
    }

    String the(SceneResource thing) {
        return Objects.requireNonNull(ids.get(thing), thing::name);
    }

    RawRequest confirm(String how, String recovery) {
        return post("/receivables/" + the(SceneResource.RECEIVABLE) + "/" + how + "/" + recovery + "/confirmation")
                .with("If-Match", "\"2\"");
    }

    RawRequest confirmTopUp(String topUp) {
        return post("/envelopes/" + the(SceneResource.ENVELOPE) + "/top-ups/" + topUp + "/confirmation");
    }

    RawRequest confirmCarryOver(String carryOver) {
        return post("/envelopes/" + the(SceneResource.OLD_ENVELOPE) + "/carry-overs/" + carryOver + "/confirmation")
                .with("If-Match", "\"0\"");
    }

    /** With this person's token, but nothing else. */
    RawRequest bare(String method, String path) {
        return RawRequest.of(method, path).with("Authorization", "Bearer " + token);
    }

    RawRequest get(String path) {
        return bare("GET", path);
    }

    /** With a media type; a body is still to come. */
    RawRequest put(String path) {
        return bare("PUT", path).with("Content-Type", "application/json");
    }

    /** With a new key and a media type; a body is still to come. */
    RawRequest post(String path) {
        return bare("POST", path)
                .with("Content-Type", "application/json")
                .with("Idempotency-Key", UUID.randomUUID().toString());
    }

    RawRequest does(Act act) {
        return does(act, act.good());
    }

    RawRequest does(Act act, String body) {
        return to(act).body(body);
    }

    RawRequest does(Act act, byte[] body) {
        return to(act).body(body);
    }

    private RawRequest to(Act act) {
        return switch (act) {
            case OPEN -> post("/envelopes");
            case TOP_UP -> post("/envelopes/" + the(SceneResource.ENVELOPE) + "/top-ups");
            case HOLD -> post("/holds");
            case LIFT -> post("/holds/" + the(SceneResource.HOLD) + "/lifting");
            case RETURN ->
                post("/tranches/" + the(SceneResource.TRANCHE) + "/return").with("If-Match", "\"0\"");
            case FILE -> post("/organisations/" + the(SceneResource.ORGANISATION) + "/payees");
            case VERIFY ->
                post("/organisations/" + the(SceneResource.ORGANISATION) + "/payees/" + the(SceneResource.PAYEE)
                        + "/verification");
            case CONFIRM ->
                post("/duty-conflicts/" + the(SceneResource.CONFLICT) + "/confirmation")
                        .with("If-Match", "\"0\"");
            case CASH ->
                post("/receivables/" + the(SceneResource.RECEIVABLE) + "/cash").with("If-Match", "\"0\"");
            case SET_OFF ->
                post("/receivables/" + the(SceneResource.RECEIVABLE) + "/set-off")
                        .with("If-Match", "\"0\"");
            case RELEASE_RUN -> put("/payment-runs/" + the(SceneResource.RUN) + "/release");
            case CARRY_OVER -> post("/envelopes/" + the(SceneResource.ENVELOPE) + "/carry-overs");
            case WITHDRAW_CARRY_OVER ->
                post("/envelopes/" + the(SceneResource.OLD_ENVELOPE) + "/carry-overs/" + the(SceneResource.CARRY_OVER)
                        + "/withdrawal");
            case WITHDRAW_TOP_UP ->
                post("/envelopes/" + the(SceneResource.ENVELOPE) + "/top-ups/" + the(SceneResource.TOP_UP)
                        + "/withdrawal");
            case WITHDRAW_CASH ->
                post("/receivables/" + the(SceneResource.RECEIVABLE) + "/cash/" + the(SceneResource.CASH)
                                + "/withdrawal")
                        .with("If-Match", "\"0\"");
            case WITHDRAW_SET_OFF ->
                post("/receivables/" + the(SceneResource.RECEIVABLE) + "/set-off/" + the(SceneResource.SET_OFF)
                                + "/withdrawal")
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
