package hk.itf.infra.endtoend.story;

import static hk.itf.infra.local.Service.DISBURSEMENT;

import hk.itf.model.money.Money;
import java.time.Duration;
import java.util.Map;

/** What finance staff do with disbursement-service, and the applicant's part in it: bank details, preparation, release. */
public final class Finance {

    public static final String GOOD_ACCOUNT = "123456789";

    private final Platform platform;
    private final Cast cast;
    private final Journal journal;

    Finance(Platform platform, Cast cast, Journal journal) {
        this.platform = platform;
        this.cast = cast;
        this.journal = journal;
    }

    /** The applicant files bank details, and they are verified. */
    public void agreePayee(Grant grant, String account) {
        var applicant = grant.applicant().actingFor(grant.organisation());
        var payees = "/organisations/" + grant.organisation() + "/payees";
        var version = applicant
                .post(
                        DISBURSEMENT,
                        payees,
                        Map.of("holder", "Harbour Robotics Limited", "bankCode", "024", "accountNumber", account))
                .expect(201)
                .text("number");
        journal.step(applicant, "files bank details", "version " + version + ", to be verified");
        cast.verifier
                .post(
                        DISBURSEMENT,
                        payees + "/" + version + "/verification",
                        Map.of("evidence", "called back on the number on file"))
                .expect(200);
        journal.step(cast.verifier, "verifies the bank details", "they cool off for two working days");
    }

    /** Weekends and holidays included, this is more than two working days. */
    public void coolOff() {
        platform.passTime(Duration.ofDays(7));
    }

    public Reply award(Grant grant) {
        return cast.auditor.get(DISBURSEMENT, "/awards/" + grant.id()).expect(200);
    }

    public Reply awaitAward(Grant grant, String status) {
        return cast.auditor.await(
                DISBURSEMENT,
                "/awards/" + grant.id(),
                status,
                reply -> reply.text("status").equals(status));
    }

    public Reply awaitTranche(String tranche, String status) {
        return cast.auditor.await(
                DISBURSEMENT,
                "/tranches/" + tranche,
                status,
                reply -> reply.text("status").equals(status));
    }

    /** Until finance has heard what an instalment comes to. */
    public Reply awaitPayable(String tranche, Money payable) {
        return cast.auditor.await(
                DISBURSEMENT,
                "/tranches/" + tranche,
                payable + " payable",
                reply -> reply.money("payable").equals(payable));
    }

    public Reply tranche(String tranche) {
        return cast.auditor.get(DISBURSEMENT, "/tranches/" + tranche).expect(200);
    }

    public void prepare(String tranche) {
        awaitTranche(tranche, "DUE");
        var path = "/tranches/" + tranche;
        cast.preparer
                .change(DISBURSEMENT, path, path + "/preparation", Map.of())
                .expect(200);
        journal.step(cast.preparer, "prepares the payment", "bound to the verified payee");
    }

    public Reply release(Person releaser, String tranche) {
        var path = "/tranches/" + tranche;
        return releaser.change(DISBURSEMENT, path, path + "/release", Map.of());
    }

    public void release(String tranche) {
        release(cast.releaser, tranche).expect(200);
        journal.step(cast.releaser, "releases the payment", "the bank is told");
    }

    /** The one receivable of a grant, once it is there. */
    public Reply receivable(Grant grant) {
        var all = cast.auditor.await(
                DISBURSEMENT,
                "/receivables?organisation=" + grant.organisation() + "&size=100",
                "a receivable",
                reply -> reply.body().path("items").findValuesAsText("grant").contains(grant.id()));
        for (var item : all.body().path("items")) {
            if (item.path("grant").asText().equals(grant.id())) {
                return cast.auditor
                        .get(DISBURSEMENT, "/receivables/" + item.path("id").asText())
                        .expect(200);
            }
        }
        throw new JourneyFailed("there is no receivable of " + grant.id());
    }

    /** What one grant owes is taken from what another is due: proposed by one, confirmed by another. */
    public void setOff(Grant debtor, String tranche, Money amount) {
        awaitTranche(tranche, "DUE");
        var path = "/receivables/" + receivable(debtor).text("id");
        var proposed = cast.preparer
                .change(
                        DISBURSEMENT,
                        path,
                        path + "/set-off",
                        Map.of("tranche", tranche, "amount", Person.hkd(amount.amount())))
                .expect(201);
        journal.step(cast.preparer, "proposes to set the debt off", "against the next instalment", amount);
        var recoveries = proposed.body().path("recoveries");
        var setOff = recoveries.get(recoveries.size() - 1).path("id").asText();
        cast.releaser
                .change(DISBURSEMENT, path, path + "/set-off/" + setOff + "/confirmation", Map.of())
                .expect(200);
        journal.step(cast.releaser, "confirms the set-off", "the debt is settled", amount);
    }
}
