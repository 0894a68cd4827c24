package hk.itf.infra.endtoend;

import static hk.itf.infra.endtoend.story.Post.ABOVE_CEILING;
import static hk.itf.infra.local.Service.APPLICATIONS;

import hk.itf.infra.endtoend.story.Grant;
import hk.itf.infra.endtoend.story.Story;
import hk.itf.model.money.Money;
import java.util.List;

/** From a decision to money that is promised: what may cross on the way, and what happens when there is not enough. */
final class Commitments {

    private Commitments() {}

    static List<Journey> journeys() {
        return List.of(
                new Journey("A withdrawal meets an approval on its way", Commitments::withdrawal),
                new Journey(
                        "An exhausted envelope waits, and is committed in order after a top-up",
                        Commitments::exhausted),
                new Journey("A commitment that overtakes its approval", Commitments::overtaking));
    }

    private static void withdrawal(Story story) {
        var auditor = story.cast.auditor;
        var grant = story.applicants.apply(story.post(12, ABOVE_CEILING));
        story.funds.ensureEnough();
        var before = story.funds.free();
        story.vetters.recommendAndApprove(grant);
        story.applicants.withdraw(grant); // at once: approval and commitment are still on their way
        story.tells(grant.applicant(), "withdraws at the same moment", "the withdrawal stands");
        story.finance.awaitAward(grant, "VOIDED");
        story.mustBe("WITHDRAWN", grant.read().text("status"), "the application");
        story.mustBe(before, story.funds.free(), "the envelope");
        story.tells(auditor, "reads the award", "voided; the envelope is as before");
    }

    private static void exhausted(Story story) {
        drain(story);
        var first = story.applicants.apply(story.post(12, ABOVE_CEILING));
        var second = story.applicants.apply(story.post(3, ABOVE_CEILING));
        isApprovedAndWaits(story, first);
        isApprovedAndWaits(story, second);
        story.funds.topUp(Money.hkd(135_000));
        story.finance.awaitAward(first, "WAITING");
        story.mustBe("WAITING", story.finance.award(second).text("status"), "the smaller one, which may not overtake");
        story.tells(story.cast.auditor, "sees the smaller one wait behind the larger", "no overtaking");
        story.funds.topUp(Money.hkd(540_000));
        isOffered(story, first, "first");
        isOffered(story, second, "second");
    }

    /** Awards what is left in the envelope, so that nothing is. */
    private static void drain(Story story) {
        var most = Money.hkd(1_620_000);
        for (var free = story.funds.free(); free.isPositive(); free = story.funds.free()) {
            var grant = story.applicants.apply(story.post(36, ABOVE_CEILING));
            story.vetters.recommend(grant);
            var awarded = free.min(most);
            story.vetters.approveLowered(grant, awarded);
            grant.awaitStatus("OFFERED");
            story.tells(story.cast.commissioner, "awards what is left in the envelope", "lowered", awarded);
        }
    }

    private static void isApprovedAndWaits(Story story, Grant grant) {
        story.vetters.recommendAndApprove(grant);
        var reply = grant.applicant()
                .await(
                        APPLICATIONS,
                        grant.path(),
                        "waiting for funds",
                        each -> each.body().hasNonNull("waitingFor"));
        story.tells(grant.applicant(), "is approved, and waits", "for " + reply.text("waitingFor"));
    }

    private static void isOffered(Story story, Grant grant, String order) {
        var offer = grant.awaitStatus("OFFERED");
        story.tells(grant.applicant(), "is offered", order, offer.money("awarded"));
    }

    /** Topics are not ordered among each other: here the second of two events about a grant is read before the first. */
    private static void overtaking(Story story) {
        var grant = story.applicants.apply(story.post(12, ABOVE_CEILING));
        story.funds.ensureEnough();
        story.vetters.recommend(grant);
        try {
            story.operators.holdBack(APPLICATIONS, "itf.assessments");
            story.vetters.approve(grant);
            var committed = story.finance.awaitAward(grant, "COMMITTED");
            story.tells(story.cast.auditor, "reads the award", "committed", committed.money("committed"));
            var early = story.operators.awaitEarly(APPLICATIONS, grant);
            story.mustBe("itf.award.committed.v1", early.path("eventType").asText(), "the event that waits");
            story.mustBe("IN_ASSESSMENT", grant.read().text("status"), "the application meanwhile");
            story.tells(
                    story.cast.operator,
                    "sees the commitment wait",
                    "early: " + early.path("reason").asText());
        } finally {
            story.operators.letFlow(APPLICATIONS, "itf.assessments");
        }
        isOffered(story, grant, "the approval first, then the commitment");
        story.mustBe(Money.hkd(540_000), grant.read().money("awarded"), "the award");
        story.operators.requireNothingEarly(APPLICATIONS, grant);
        story.applicants.accept(grant);
    }
}
