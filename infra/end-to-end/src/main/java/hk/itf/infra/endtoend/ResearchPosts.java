package hk.itf.infra.endtoend;

import static hk.itf.infra.endtoend.story.FinanceStaff.GOOD_ACCOUNT;
import static hk.itf.infra.endtoend.story.Post.ABOVE_CEILING;
import static hk.itf.infra.local.Service.APPLICATIONS;
import static hk.itf.infra.local.Service.ASSESSMENT;

import hk.itf.infra.endtoend.story.Grant;
import hk.itf.infra.endtoend.story.Person;
import hk.itf.infra.endtoend.story.Post;
import hk.itf.infra.endtoend.story.Story;
import hk.itf.model.money.Money;
import java.util.List;
import java.util.Map;

/** Journeys of research posts from the draft to the payment. */
final class ResearchPosts {

    private ResearchPosts() {}

    static List<Journey> journeys() {
        return List.of(
                new Journey(
                        "A doctoral post with a salary above the monthly ceiling: the first quarter is paid",
                        ResearchPosts::doctoralPost),
                new Journey(
                        "A salary below the monthly ceiling is paid in full, and the grant is completed",
                        ResearchPosts::belowCeiling),
                new Journey(
                        "One of three months is refused: two are paid, the third is undrawn",
                        ResearchPosts::monthRefused));
    }

    /** Returns the grant, whose first tranche is paid. */
    static Grant doctoralPost(Story story) {
        var ada = story.people.newApplicant();
        var post = story.post(12, ABOVE_CEILING);
        requestEstimate(story, ada, post);
        var grant = story.applicants.apply(ada, story.applicants.registerOrganisation(ada), post);
        var receipt = ada.get(APPLICATIONS, grant.path() + "/receipt").expect(200);
        story.step(
                ada,
                "reads the receipt",
                "SHA-256 " + receipt.text("contentSha256").substring(0, 12) + "...");
        story.fundControllers.ensureEnough();
        story.vetters.passReviews(grant);
        requireSecretaryMayNotDecide(story);
        story.vetters.approve(grant);
        var offer = grant.awaitStatus("OFFERED");
        story.requireEqual(Money.hkd(540_000), offer.money("awarded"), "the awarded amount");
        story.step(ada, "receives an offer", "for 12 months", offer.money("awarded"));
        story.applicants.accept(grant);
        story.claimFirstQuarter(grant, ABOVE_CEILING, GOOD_ACCOUNT);
        requireAssessorMayNotSubmit(story, grant, post);
        var tranche = grant.tranche(1);
        story.financeStaff.prepare(tranche);
        requirePreparerMayNotRelease(story, tranche);
        story.financeStaff.release(tranche);
        story.requireEqual(Money.hkd(135_000), story.applicants.awaitPaid(grant, 1), "the paid amount");
        return grant;
    }

    private static void requestEstimate(Story story, Person ada, Post post) {
        var estimate = ada.post(
                        APPLICATIONS,
                        "/schemes/rth/estimates",
                        Map.of("organisationKind", "company", "answers", post.answers()))
                .expect(200);
        story.step(
                ada,
                "asks for an estimate",
                "monthly ceiling",
                Money.of(estimate.text("entitlement/lines/0/amount/amount"), Money.HKD));
        story.step(
                ada,
                "reads the estimate",
                "living allowance for 12 months",
                estimate.money("entitlement/lines/2/amount"));
    }

    private static void requireSecretaryMayNotDecide(Story story) {
        var secretary = story.people.secretary;
        var secondDuty = story.people
                .sameAs(secretary, "decision-authority", "decision-authority/commissioner")
                .post(ASSESSMENT, "/queue/next", Map.of("stages", List.of("DECISION")));
        story.requireEqual(204, secondDuty.status(), "the status of the queue for a person who confirmed eligibility");
        story.step(secretary, "asks for the decision task, too", "receives no task: one duty per person");
    }

    private static void requireAssessorMayNotSubmit(Story story, Grant grant, Post post) {
        var eva = story.people.sameAs(story.people.firstAssessor, "applicant");
        grant.applicant()
                .post(
                        APPLICATIONS,
                        "/organisations/" + grant.organisation() + "/members",
                        Map.of("person", eva.id().toString(), "role", "SUBMITTER"))
                .expect(200);
        // An amendment, because a claim of the second quarter would be refused by its date.
        var lastDay = post.start().plusMonths(9).minusDays(1);
        var amendment = story.applicants.draftEarlyEnd(eva, grant, lastDay, "The assessor tries a second duty.");
        amendment.submit(eva).refused(409, "one-person-one-duty");
        story.step(eva, "scored the post and tries to submit for it", "refused: one duty per person");
        amendment.withdraw(grant.applicant()).expect(200);
    }

    private static void requirePreparerMayNotRelease(Story story, String tranche) {
        var henry = story.people.preparer;
        story.financeStaff
                .release(story.people.sameAs(henry, "finance-releaser"), tranche)
                .refused(409, "one-person-one-duty");
        story.step(henry, "tries to release the payment, too", "refused: one duty per person");
    }

    private static void belowCeiling(Story story) {
        var grant = story.activeGrant(story.post(3, "30000.00"));
        story.claimFirstQuarter(grant, "30000.00", GOOD_ACCOUNT);
        story.requireEqual(Money.hkd(120_000), story.pay(grant, 1), "the payment of three months of 30,000 and 10,000");
        grant.awaitStatus("COMPLETED");
        story.step(grant.applicant(), "sees the grant completed", "every tranche is settled");
    }

    private static void monthRefused(Story story) {
        var grant = story.activeGrant(story.post(3, ABOVE_CEILING));
        story.claimFirstQuarter(grant, ABOVE_CEILING, GOOD_ACCOUNT, 2);
        var before = story.fundControllers.free();
        story.requireEqual(Money.hkd(90_000), story.pay(grant, 1), "the payment of two months of three");
        grant.awaitStatus("COMPLETED");
        story.requireEqual(Money.hkd(45_000), story.financeStaff.award(grant).money("undrawn"), "the undrawn amount");
        story.requireEqual(
                before.plus(Money.hkd(45_000)), story.fundControllers.free(), "the free amount after close-out");
        story.step(
                story.people.auditor,
                "reads the closed award",
                "undrawn, decommitted to the envelope",
                Money.hkd(45_000));
    }
}
