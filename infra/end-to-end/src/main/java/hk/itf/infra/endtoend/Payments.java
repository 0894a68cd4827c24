package hk.itf.infra.endtoend;

import static hk.itf.infra.endtoend.story.Finance.GOOD_ACCOUNT;
import static hk.itf.infra.endtoend.story.Post.ABOVE_CEILING;

import hk.itf.infra.endtoend.story.Story;
import hk.itf.model.money.Money;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What may go wrong between a prepared payment and a booked one. */
final class Payments {

    private static final String ANOTHER_ACCOUNT = "987654321";

    private Payments() {}

    static List<Journey> journeys() {
        return List.of(
                new Journey("A bounced payment is due again and paid on the second attempt", Payments::bounced),
                new Journey("A payee change holds the payment until verified and cooled off", Payments::payeeChange));
    }

    private static void bounced(Story story) {
        var auditor = story.cast.auditor;
        var grant = story.activeGrant(story.post(3, ABOVE_CEILING));
        story.claimFirstQuarter(grant, ABOVE_CEILING, accountThatBouncesOnce());
        var tranche = grant.tranche(1);
        story.finance.prepare(tranche);
        story.finance.release(tranche);
        story.finance.awaitTranche(tranche, "DUE");
        story.tells(auditor, "sees the payment bounce", "the instalment is due again");
        story.mustBe(Money.hkd(135_000), story.pay(grant, 1), "the second attempt");
        story.mustBe(Money.hkd(135_000), story.finance.award(grant).money("paid"), "paid once in the books");
    }

    /** The simulated bank sends the first payment to an account that ends in 901 back; so it has to be new each time. */
    private static String accountThatBouncesOnce() {
        return "%06d901".formatted(ThreadLocalRandom.current().nextInt(1_000_000));
    }

    private static void payeeChange(Story story) {
        var iris = story.cast.releaser;
        var grant = story.activeGrant(story.post(3, ABOVE_CEILING));
        story.claimFirstQuarter(grant, ABOVE_CEILING, GOOD_ACCOUNT);
        var tranche = grant.tranche(1);
        story.finance.prepare(tranche);
        story.finance.agreePayee(grant, ANOTHER_ACCOUNT);
        var release = story.finance.release(iris, tranche);
        story.mustBe(409, release.status(), "a release after the change");
        story.tells(iris, "tries to release", "refused: " + release.problem());
        story.finance.coolOff();
        story.mustBe(Money.hkd(135_000), story.pay(grant, 1), "the payment to the new account");
    }
}
