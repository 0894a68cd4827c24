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
import java.util.UUID;

/**
 * A grant with a prepared tranche, a hold, a duty conflict, an envelope with a proposed top-up, bank details that nobody
 * has verified, a receivable with cash and a set-off that nobody has confirmed; and requests of somebody who has every role, to spoil.
 */
final class Scene {

    static final String ABSENT = "019aa8c6-95a4-7c3e-8f8d-2f1b7e0c4d11";

    /** In no answer, whatever is wrong with it. */
    static final String ACCOUNT = "998877665544";

    private final String token;
    private final String organisation;
    private final String grant;
    private final String tranche;
    private final String envelope;
    private final String topUp;
    private final String hold;
    private final String conflict;
    private final String payee;
    private final Debt debt;

    /** A receivable, what is proposed to bring it back, and the tranche that would be set off. */
    private record Debt(String receivable, String cash, String setOff, String dueTranche) {

        static Debt raised(Clock clock) {
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
            return new Debt(
                    owed.id(),
                    recoveries.getFirst(),
                    recoveries.getLast(),
                    due.tranche(1).toString());
        }
    }

    private Scene(
            String token,
            String organisation,
            String grant,
            String tranche,
            String envelope,
            String topUp,
            String hold,
            String conflict,
            String payee,
            Debt debt) {
        this.debt = debt;
        this.token = token;
        this.organisation = organisation;
        this.grant = grant;
        this.tranche = tranche;
        this.envelope = envelope;
        this.topUp = topUp;
        this.hold = hold;
        this.conflict = conflict;
        this.payee = payee;
    }

    static Scene set(Clock clock) {
        var story = GrantStory.of(clock, Money.hkd(60))
                .agreed()
                .withPayee("441000111")
                .due(1, Money.hkd(60));
        Finance.prepare(story.tranche(1), "preparer").then().statusCode(200);
        story.say(GrantStoryEvents.submitted(story, "assessor one"));
        var ofGrant = "/duty-conflicts?grant=" + story.grant;
        await().atMost(ofSeconds(20))
                .until(() -> Finance.read(ofGrant).getList("items").size() == 1);
        var hold = Finance.as("releaser", "finance-releaser")
                .body("{\"target\":\"AWARD\",\"id\":\"%s\",\"reason\":\"A query\"}".formatted(story.grant))
                .post("/holds")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var organisation = OrganisationId.next();
        Finance.filePayee(organisation, "441000222").then().statusCode(201);
        var proposal = Finance.propose(story.scheme.value(), story.financialYear(), Money.hkd(5));
        return new Scene(
                tokenFor(organisation),
                organisation.toString(),
                story.grant.toString(),
                story.tranche(1).toString(),
                proposal.envelope(),
                proposal.topUp(),
                hold,
                Finance.read(ofGrant).getString("items[0].id"),
                "1",
                Debt.raised(clock));
    }

    /** The same things, asked for on behalf of another organisation. */
    Scene seenFromElsewhere() {
        return new Scene(
                tokenFor(OrganisationId.next()),
                organisation,
                grant,
                tranche,
                envelope,
                topUp,
                hold,
                conflict,
                payee,
                debt);
    }

    /** The same person, with ids of nothing. */
    Scene absent(String id) {
        return new Scene(token, id, id, id, id, id, id, id, id, new Debt(id, id, id, id));
    }

    Scene absentPayee(String number) {
        return new Scene(token, organisation, grant, tranche, envelope, topUp, hold, conflict, number, debt);
    }

    Scene absentTopUp(String id) {
        return new Scene(token, organisation, grant, tranche, envelope, id, hold, conflict, payee, debt);
    }

    String organisation() {
        return organisation;
    }

    String grant() {
        return grant;
    }

    String tranche() {
        return tranche;
    }

    String envelope() {
        return envelope;
    }

    String topUp() {
        return topUp;
    }

    String conflict() {
        return conflict;
    }

    String receivable() {
        return debt.receivable();
    }

    String cash() {
        return debt.cash();
    }

    String setOff() {
        return debt.setOff();
    }

    String dueTranche() {
        return debt.dueTranche();
    }

    RawRequest confirm(String how, String recovery) {
        return post("/receivables/" + receivable() + "/" + how + "/" + recovery + "/confirmation")
                .with("If-Match", "\"2\"");
    }

    /** With this person's token, but nothing else. */
    RawRequest bare(String method, String path) {
        return RawRequest.of(method, path).with("Authorization", "Bearer " + token);
    }

    RawRequest get(String path) {
        return bare("GET", path);
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
            case TOP_UP -> post("/envelopes/" + envelope + "/top-ups");
            case HOLD -> post("/holds");
            case LIFT -> post("/holds/" + hold + "/lifting");
            case RETURN -> post("/tranches/" + tranche + "/return").with("If-Match", "\"0\"");
            case FILE -> post("/organisations/" + organisation + "/payees");
            case VERIFY -> post("/organisations/" + organisation + "/payees/" + payee + "/verification");
            case CONFIRM ->
                post("/duty-conflicts/" + conflict + "/confirmation").with("If-Match", "\"0\"");
            case CASH -> post("/receivables/" + receivable() + "/cash").with("If-Match", "\"0\"");
            case SET_OFF -> post("/receivables/" + receivable() + "/set-off").with("If-Match", "\"0\"");
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
