package hk.itf.infra.endtoend;

import static hk.itf.infra.endtoend.story.Finance.GOOD_ACCOUNT;
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

/** A post from draft to payment: the whole way, and what the amounts come to. */
final class PaidPosts {

    private PaidPosts() {}

    static List<Journey> journeys() {
        return List.of(
                new Journey(
                        "A doctoral post above the ceiling: 12 months, the first quarter paid",
                        PaidPosts::doctoralPost),
                new Journey("A salary below the ceiling is paid as it is; the grant closes", PaidPosts::belowCeiling),
                new Journey("One month refused: two are paid, the third is undrawn", PaidPosts::monthRefused));
    }

    /** Answers the grant, of which one instalment is paid. */
    static Grant doctoralPost(Story story) {
        var ada = story.cast.applicant();
        var post = story.post(12, ABOVE_CEILING);
        asksForAnEstimate(story, ada, post);
        var grant = story.applicants.apply(ada, story.applicants.registerOrganisation(ada), post);
        var receipt = ada.get(APPLICATIONS, grant.path() + "/receipt").expect(200);
        story.tells(
                ada,
                "gets a receipt",
                "SHA-256 " + receipt.text("contentSha256").substring(0, 12) + "...");
        story.funds.ensureEnough();
        story.vetters.recommend(grant);
        secretaryMayNotDecide(story);
        story.vetters.approve(grant);
        var offer = grant.awaitStatus("OFFERED");
        story.mustBe(Money.hkd(540_000), offer.money("awarded"), "the award");
        story.tells(ada, "is offered", "12 months", offer.money("awarded"));
        story.applicants.accept(grant);
        story.claimFirstQuarter(grant, ABOVE_CEILING, GOOD_ACCOUNT);
        assessorMayNotSubmit(story, grant, post);
        var tranche = grant.tranche(1);
        story.finance.prepare(tranche);
        preparerMayNotRelease(story, tranche);
        story.finance.release(tranche);
        story.mustBe(Money.hkd(135_000), story.applicants.awaitPaid(grant, 1), "the payment");
        return grant;
    }

    private static void asksForAnEstimate(Story story, Person ada, Post post) {
        var estimate = ada.post(
                        APPLICATIONS,
                        "/schemes/rth/estimates",
                        Map.of("organisationKind", "company", "answers", post.answers()))
                .expect(200);
        story.tells(
                ada,
                "asks what a month comes to",
                "ceiling",
                Money.of(estimate.text("entitlement/lines/0/amount/amount"), Money.HKD));
        story.tells(ada, "and the living allowance", "for 12 months", estimate.money("entitlement/lines/2/amount"));
    }

    private static void secretaryMayNotDecide(Story story) {
        var secretary = story.cast.secretary;
        var secondDuty = story.cast
                .sameAs(secretary, "decision-authority", "decision-authority/commissioner")
                .post(ASSESSMENT, "/queue/next", Map.of("stages", List.of("DECISION")));
        story.mustBe(204, secondDuty.status(), "the queue for whoever confirmed eligibility");
        story.tells(secretary, "asks for the decision too", "gets nothing: one person, one duty");
    }

    private static void assessorMayNotSubmit(Story story, Grant grant, Post post) {
        var eva = story.cast.sameAs(story.cast.firstAssessor, "applicant");
        grant.applicant()
                .post(
                        APPLICATIONS,
                        "/organisations/" + grant.organisation() + "/members",
                        Map.of("person", eva.id().toString(), "role", "SUBMITTER"))
                .expect(200);
        // The second quarter is not over, so a claim would be refused by date; an amendment is what she can try.
        var lastDay = post.start().plusMonths(9).minusDays(1);
        var amendment = story.applicants.draftEarlyEnd(eva, grant, lastDay, "a test of duties");
        amendment.submit(eva).refused(409, "one-person-one-duty");
        story.tells(eva, "scored it, and tries to submit for it", "refused: one person, one duty");
        amendment.withdraw(grant.applicant()).expect(200);
    }

    private static void preparerMayNotRelease(Story story, String tranche) {
        var henry = story.cast.preparer;
        story.finance
                .release(story.cast.sameAs(henry, "finance-releaser"), tranche)
                .refused(409, "one-person-one-duty");
        story.tells(henry, "tries to release it too", "refused: one person, one duty");
    }

    private static void belowCeiling(Story story) {
        var grant = story.activeGrant(story.post(3, "30000.00"));
        story.claimFirstQuarter(grant, "30000.00", GOOD_ACCOUNT);
        story.mustBe(Money.hkd(120_000), story.pay(grant, 1), "three months of 30,000 and 10,000");
        grant.awaitStatus("COMPLETED");
        story.tells(grant.applicant(), "sees the grant complete", "nothing is left to pay");
    }

    private static void monthRefused(Story story) {
        var grant = story.activeGrant(story.post(3, ABOVE_CEILING));
        story.claimFirstQuarter(grant, ABOVE_CEILING, GOOD_ACCOUNT, 2);
        var before = story.funds.free();
        story.mustBe(Money.hkd(90_000), story.pay(grant, 1), "two months of three");
        grant.awaitStatus("COMPLETED");
        story.mustBe(Money.hkd(45_000), story.finance.award(grant).money("undrawn"), "what is undrawn");
        story.mustBe(before.plus(Money.hkd(45_000)), story.funds.free(), "the envelope after close-out");
        story.tells(story.cast.auditor, "reads the closed award", "undrawn, back in the envelope", Money.hkd(45_000));
    }
}
