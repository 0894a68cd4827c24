package hk.itf.infra.endtoend;

import static hk.itf.infra.endtoend.story.FinanceStaff.GOOD_ACCOUNT;
import static hk.itf.infra.endtoend.story.Post.ABOVE_CEILING;

import hk.itf.infra.endtoend.story.Story;
import hk.itf.model.money.Money;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Journeys in which a prepared payment is not booked at once. */
final class Payments {

    private static final String ANOTHER_ACCOUNT = "987654321";

    private Payments() {}

    static List<Journey> journeys() {
        return List.of(
                new Journey("A bounced payment is due again and paid by a second attempt", Payments::bounced),
                new Journey(
                        "New bank details stop a payment until verified and past the cooling-off period",
                        Payments::payeeChange));
    }

    private static void bounced(Story story) {
        var auditor = story.people.auditor;
        var grant = story.activeGrant(story.post(3, ABOVE_CEILING));
        story.claimFirstQuarter(grant, ABOVE_CEILING, accountThatBouncesOnce());
        var tranche = grant.tranche(1);
        story.financeStaff.prepare(tranche);
        story.financeStaff.release(tranche);
        story.financeStaff.awaitTranche(tranche, "DUE");
        story.step(auditor, "sees the payment bounce", "the tranche is due again");
        story.requireEqual(Money.hkd(135_000), story.pay(grant, 1), "the payment of the second attempt");
        story.requireEqual(
                Money.hkd(135_000), story.financeStaff.award(grant).money("paid"), "the paid amount of the award");
    }

    /** A new account number that ends in 901. The simulated bank returns the first payment to such an account. */
    private static String accountThatBouncesOnce() {
        return "%06d901".formatted(ThreadLocalRandom.current().nextInt(1_000_000));
    }

    private static void payeeChange(Story story) {
        var iris = story.people.releaser;
        var grant = story.activeGrant(story.post(3, ABOVE_CEILING));
        story.claimFirstQuarter(grant, ABOVE_CEILING, GOOD_ACCOUNT);
        var tranche = grant.tranche(1);
        story.financeStaff.prepare(tranche);
        story.financeStaff.fileAndVerifyPayee(grant, ANOTHER_ACCOUNT);
        var release = story.financeStaff.release(iris, tranche);
        story.requireEqual(409, release.status(), "the status of a release after the change");
        story.step(iris, "tries to release the payment", "refused: " + release.problem());
        story.financeStaff.passCoolingOffPeriod();
        story.requireEqual(Money.hkd(135_000), story.pay(grant, 1), "the payment to the new account");
    }
}
