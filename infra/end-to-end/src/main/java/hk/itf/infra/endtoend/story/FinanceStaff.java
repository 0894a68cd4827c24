package hk.itf.infra.endtoend.story;

import static hk.itf.infra.local.Service.DISBURSEMENT;

import hk.itf.model.money.Money;
import java.time.Duration;
import java.util.Map;

/** The acts of finance staff at disbursement-service: bank details, preparation, release and set-off. */
public final class FinanceStaff {

    public static final String GOOD_ACCOUNT = "123456789";

    private final Platform platform;
    private final People people;
    private final StepLog steps;

    FinanceStaff(Platform platform, People people, StepLog steps) {
        this.platform = platform;
        this.people = people;
        this.steps = steps;
    }

    /** The applicant files bank details, and the payee verifier verifies them. */
    public void fileAndVerifyPayee(Grant grant, String account) {
        var applicant = grant.applicant().actingFor(grant.organisation());
        var payees = "/organisations/" + grant.organisation() + "/payees";
        var version = applicant
                .post(
                        DISBURSEMENT,
                        payees,
                        Map.of("holder", "Harbour Robotics Limited", "bankCode", "024", "accountNumber", account))
                .expect(201)
                .text("number");
        steps.add(applicant, "files bank details", "version " + version + " waits for verification");
        people.verifier
                .post(
                        DISBURSEMENT,
                        payees + "/" + version + "/verification",
                        Map.of("evidence", "Called back on the number on file."))
                .expect(200);
        steps.add(people.verifier, "verifies the bank details", "a cooling-off period of two working days begins");
    }

    /** Moves business time seven days forward: at least two working days, weekends and most holidays included. */
    public void passCoolingOffPeriod() {
        platform.passTime(Duration.ofDays(7));
    }

    public Reply award(Grant grant) {
        return people.auditor.get(DISBURSEMENT, "/awards/" + grant.id()).expect(200);
    }

    public Reply awaitAward(Grant grant, String status) {
        return people.auditor.await(
                DISBURSEMENT,
                "/awards/" + grant.id(),
                status,
                reply -> reply.text("status").equals(status));
    }

    public Reply awaitTranche(String tranche, String status) {
        return people.auditor.await(
                DISBURSEMENT,
                "/tranches/" + tranche,
                status,
                reply -> reply.text("status").equals(status));
    }

    /** Waits until disbursement-service knows the payable amount of a tranche. */
    public Reply awaitPayable(String tranche, Money payable) {
        return people.auditor.await(
                DISBURSEMENT,
                "/tranches/" + tranche,
                payable + " payable",
                reply -> reply.money("payable").equals(payable));
    }

    public Reply tranche(String tranche) {
        return people.auditor.get(DISBURSEMENT, "/tranches/" + tranche).expect(200);
    }

    /** Waits until the tranche is due, and prepares it. */
    public void prepare(String tranche) {
        awaitTranche(tranche, "DUE");
        var path = "/tranches/" + tranche;
        people.preparer
                .change(DISBURSEMENT, path, path + "/preparation", Map.of())
                .expect(200);
        steps.add(people.preparer, "prepares the payment", "with the verified bank details");
    }

    /** A person tries to release a tranche, which may be refused. */
    public Reply release(Person releaser, String tranche) {
        var path = "/tranches/" + tranche;
        return releaser.change(DISBURSEMENT, path, path + "/release", Map.of());
    }

    /** The finance releaser releases a prepared tranche. */
    public void release(String tranche) {
        release(people.releaser, tranche).expect(200);
        steps.add(people.releaser, "releases the payment", "the bank is instructed");
    }

    /** Waits for the receivable of a grant and reads it. */
    public Reply receivable(Grant grant) {
        var all = people.auditor.await(
                DISBURSEMENT,
                "/receivables?organisation=" + grant.organisation() + "&size=100",
                "a receivable",
                reply -> reply.body().path("items").findValuesAsText("grant").contains(grant.id()));
        for (var item : all.body().path("items")) {
            if (item.path("grant").asText().equals(grant.id())) {
                return people.auditor
                        .get(DISBURSEMENT, "/receivables/" + item.path("id").asText())
                        .expect(200);
            }
        }
        throw new JourneyFailed("There is no receivable of grant " + grant.id());
    }

    /** Sets off a receivable against a tranche of another grant: one person proposes, another confirms. */
    public void setOff(Grant owing, String tranche, Money amount) {
        awaitTranche(tranche, "DUE");
        var path = "/receivables/" + receivable(owing).text("id");
        var proposed = people.preparer
                .change(
                        DISBURSEMENT,
                        path,
                        path + "/set-off",
                        Map.of("tranche", tranche, "amount", Person.hkd(amount.amount())))
                .expect(201);
        steps.add(people.preparer, "proposes a set-off of the receivable", "against a due tranche", amount);
        var recoveries = proposed.body().path("recoveries");
        var setOff = recoveries.get(recoveries.size() - 1).path("id").asText();
        people.releaser
                .change(DISBURSEMENT, path, path + "/set-off/" + setOff + "/confirmation", Map.of())
                .expect(200);
        steps.add(people.releaser, "confirms the set-off", "the receivable is settled", amount);
    }
}
