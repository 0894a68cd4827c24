package hk.itf.infra.endtoend;

import static hk.itf.infra.endtoend.story.Post.ABOVE_CEILING;
import static hk.itf.infra.local.Service.APPLICATIONS;

import hk.itf.infra.endtoend.story.Grant;
import hk.itf.infra.endtoend.story.Story;
import hk.itf.model.money.Money;
import java.util.List;

/** Journeys from the decision to the commitment: crossing events, and an envelope without enough money. */
final class Commitments {

    private Commitments() {}

    static List<Journey> journeys() {
        return List.of(
                new Journey("A withdrawal crosses an approval", Commitments::withdrawal),
                new Journey(
                        "Awards wait for an exhausted envelope and are committed in order after a top-up",
                        Commitments::exhausted),
                new Journey("A commitment arrives before its approval", Commitments::overtaking));
    }

    private static void withdrawal(Story story) {
        var auditor = story.people.auditor;
        var grant = story.applicants.apply(story.post(12, ABOVE_CEILING));
        story.fundControllers.ensureEnough();
        var before = story.fundControllers.free();
        story.vetters.vetAndApprove(grant);
        story.applicants.withdraw(grant); // at once, so that approval and commitment have not arrived yet
        story.step(grant.applicant(), "withdraws at the same moment", "the application is withdrawn");
        story.financeStaff.awaitAward(grant, "VOIDED");
        story.requireEqual("WITHDRAWN", grant.read().text("status"), "the status of the application");
        story.requireEqual(before, story.fundControllers.free(), "the free amount of the envelope");
        story.step(auditor, "reads the award", "voided, the free amount as before");
    }

    private static void exhausted(Story story) {
        exhaust(story);
        var first = story.applicants.apply(story.post(12, ABOVE_CEILING));
        var second = story.applicants.apply(story.post(3, ABOVE_CEILING));
        approveWithoutFunds(story, first);
        approveWithoutFunds(story, second);
        story.fundControllers.topUp(Money.hkd(135_000));
        story.financeStaff.awaitAward(first, "WAITING");
        story.requireEqual(
                "WAITING", story.financeStaff.award(second).text("status"), "the status of the smaller award");
        story.step(story.people.auditor, "sees the smaller award wait", "it may not overtake the larger award");
        story.fundControllers.topUp(Money.hkd(540_000));
        awaitOffer(story, first, "as the first in the queue");
        awaitOffer(story, second, "as the second in the queue");
    }

    /** Approves grants until the free amount of the envelope is zero. */
    private static void exhaust(Story story) {
        var most = Money.hkd(1_620_000);
        for (var free = story.fundControllers.free(); free.isPositive(); free = story.fundControllers.free()) {
            var grant = story.applicants.apply(story.post(36, ABOVE_CEILING));
            story.vetters.passReviews(grant);
            var awarded = free.min(most);
            story.vetters.approveLowered(grant, awarded);
            grant.awaitStatus("OFFERED");
            story.step(
                    story.people.commissioner,
                    "awards the free amount of the envelope",
                    "lowered from the entitlement",
                    awarded);
        }
    }

    private static void approveWithoutFunds(Story story, Grant grant) {
        story.vetters.vetAndApprove(grant);
        var reply = grant.applicant()
                .await(
                        APPLICATIONS,
                        grant.path(),
                        "the status waiting for funds",
                        each -> each.body().hasNonNull("waitingFor"));
        story.step(grant.applicant(), "is approved and waits", "for " + reply.text("waitingFor"));
    }

    private static void awaitOffer(Story story, Grant grant, String detail) {
        var offer = grant.awaitStatus("OFFERED");
        story.step(grant.applicant(), "receives an offer", detail, offer.money("awarded"));
    }

    /** Pauses a topic, so that a service reads the second of two events of a grant before the first. */
    private static void overtaking(Story story) {
        var grant = story.applicants.apply(story.post(12, ABOVE_CEILING));
        story.fundControllers.ensureEnough();
        story.vetters.passReviews(grant);
        try {
            story.operators.pauseTopic(APPLICATIONS, "itf.assessments");
            story.vetters.approve(grant);
            var committed = story.financeStaff.awaitAward(grant, "COMMITTED");
            story.step(story.people.auditor, "reads the award", "committed", committed.money("committed"));
            var early = story.operators.awaitEarlyEvent(APPLICATIONS, grant);
            story.requireEqual(
                    "itf.award.committed.v1", early.path("eventType").asText(), "the type of the early event");
            story.requireEqual("IN_ASSESSMENT", grant.read().text("status"), "the status of the application");
            story.step(
                    story.people.operator,
                    "sees the commitment wait",
                    "early: " + early.path("reason").asText());
        } finally {
            story.operators.resumeTopic(APPLICATIONS, "itf.assessments");
        }
        awaitOffer(story, grant, "after the approval, then the commitment");
        story.requireEqual(Money.hkd(540_000), grant.read().money("awarded"), "the awarded amount");
        story.operators.requireNoEarlyEvents(APPLICATIONS, grant);
        story.applicants.accept(grant);
    }
}
