package hk.itf.infra.endtoend;

import static hk.itf.infra.endtoend.story.Finance.GOOD_ACCOUNT;
import static hk.itf.infra.local.Service.APPLICATIONS;

import hk.itf.infra.endtoend.story.Grant;
import hk.itf.infra.endtoend.story.Person;
import hk.itf.infra.endtoend.story.Project;
import hk.itf.infra.endtoend.story.Story;
import hk.itf.model.money.Money;
import java.util.List;
import java.util.Map;

/** Projects of universities that industry matches, in two stages with a committee between them. */
final class StagedProjects {

    private static final String SCHEME = "raise-plus";

    private StagedProjects() {}

    static List<Journey> journeys() {
        return List.of(
                new Journey("Sixteen applications of one university in one call", StagedProjects::quotaOfTheCall),
                new Journey("Two stages: matching money, a stage gate, more on top", StagedProjects::twoStages));
    }

    private static void quotaOfTheCall(Story story) {
        story.calls.ensureOpen(SCHEME);
        var ada = story.cast.applicant();
        var university = story.applicants.registerOrganisation(ada, "Harbour University", "UNIVERSITY");
        for (var i = 0; i < 15; i++) {
            story.applicants
                    .submit(draft(story, ada, university, "12000000.00", "8000000.00"))
                    .expect(201);
        }
        story.tells(ada, "files for fifteen projects of one university", "all are taken");
        var refused = story.applicants
                .submit(draft(story, ada, university, "12000000.00", "8000000.00"))
                .refused(422, "allowance-exceeded");
        story.tells(ada, "files for a sixteenth", "refused: " + refused.text("errors/0/code"));
        story.applicants.withdrawUndecided(ada);
    }

    private static void twoStages(Story story) {
        story.calls.ensureOpen(SCHEME);
        story.funds.ensure(SCHEME, Money.hkd(200_000_000));
        var ada = story.cast.applicant();
        var university = story.applicants.registerOrganisation(ada, "Harbour University", "UNIVERSITY");
        tooMuchInKind(story, draft(story, ada, university, "8000000.00", "12000000.00"));

        var grant = draft(story, ada, university, "12000000.00", "8000000.00");
        story.mustBe(
                Money.hkd(40_000_000),
                story.applicants.submit(grant).expect(201).money("entitlement/amount"),
                "two for one of a match of 20 million");
        story.tells(ada, "applies with a match of 20 million", "entitled to", Money.hkd(40_000_000));
        story.vetters.findComplete(grant);
        story.vetters.confirmEligibility(grant);
        story.vetters.score(grant, 8, "innovation", "team");
        story.vetters.reviewBusiness(grant, 7, "commercialisation");
        story.panels.support(SCHEME, grant);
        story.vetters.approve(grant);
        grant.awaitStatus("OFFERED");
        story.applicants.accept(grant);
        story.finance.agreePayee(grant, GOOD_ACCOUNT);
        story.finance.coolOff();
        matchingMoney(story, grant);

        refusedBeforeTheGate(story, grant);
        var gate = story.applicants.claim(grant, 3, "STAGE_GATE", List.of(), "The prototype runs.");
        story.panels.support(SCHEME, grant);
        story.vetters.acceptClaim(story.cast.commissioner, grant, gate, 0);
        grant.applicant()
                .await(
                        APPLICATIONS,
                        grant.path(),
                        "the stage gate",
                        reply -> reply.body().path("stagePassed").asBoolean());
        secondStage(story, grant);

        story.passTimeBeyond(story.today().plusMonths(3));
        reports(story, grant, 2);
        pays(story, grant, 2, "8000000.00", Money.hkd(16_000_000));
        reports(story, grant, 3);
        pays(story, grant, 3, "6000000.00", Money.hkd(12_000_000));
        pays(story, grant, 4, "25000000.00", Money.hkd(25_000_000));
        story.mustBe(
                Money.hkd(65_000_000),
                story.finance.award(grant).money("paid"),
                "stage 1, and half of what stage 2 puts on top");
    }

    private static Grant draft(Story story, Person ada, String university, String cash, String inKind) {
        return story.applicants.draft(
                ada, university, SCHEME, Project.staged(story.today().minusMonths(3), 6, "60000000.00", cash, inKind));
    }

    private static void tooMuchInKind(Story story, Grant draft) {
        var lowered = draft.read();
        story.mustBe(
                Money.hkd(32_000_000), lowered.money("entitlement/amount"), "a match of which too much is in kind");
        story.tells(
                draft.applicant(),
                "drafts with 12 of 20 million in kind",
                lowered.text("entitlement/lines/1/text"),
                Money.hkd(32_000_000));
    }

    /** The first instalment waits for its part of the match. */
    private static void matchingMoney(Story story, Grant grant) {
        story.applicants
                .draftClaim(grant, 1, "MATCHING", List.of(Map.of("paid", Person.hkd("5999999.99"))))
                .refused(422, "matching-short");
        story.tells(grant.applicant(), "evidences a cent too little of the match", "refused: matching-short");
        pays(story, grant, 1, "6000000.00", Money.hkd(12_000_000));
    }

    /** Once its part of the match has come in. */
    private static void pays(Story story, Grant grant, int instalment, String matched, Money paid) {
        var claim = story.applicants.claim(
                grant, instalment, "MATCHING", List.of(Map.of("paid", Person.hkd(matched))), "The sponsors have paid.");
        story.vetters.acceptClaim(story.cast.claimsOfficer, grant, claim, 1);
        story.mustBe(paid, story.pay(grant, instalment), "instalment " + instalment);
    }

    private static void reports(Story story, Grant grant, int instalment) {
        var report = story.applicants.claim(grant, instalment, "REPORT", List.of(), "All is on its way.");
        story.vetters.acceptClaim(story.cast.claimsOfficer, grant, report, 0);
    }

    private static void refusedBeforeTheGate(Story story, Grant grant) {
        story.applicants
                .amend(grant.applicant(), grant, "NEXT_STAGE", secondStage(story, "100000000.00", "50000000.00"))
                .refused(422, "stage-not-passed");
        story.tells(grant.applicant(), "asks for stage 2 before the gate", "refused: stage-not-passed");
    }

    private static void secondStage(Story story, Grant grant) {
        var ada = grant.applicant();
        var tooMuch = story.applicants.draftAmendment(
                ada, grant, "NEXT_STAGE", secondStage(story, "140000000.00", "70000000.00"));
        story.mustBe(Money.hkd(100_000_000), tooMuch.awarded(), "what is granted in all");
        tooMuch.withdraw(ada).expect(200);
        var amendment = story.applicants.draftAmendment(
                ada, grant, "NEXT_STAGE", secondStage(story, "100000000.00", "50000000.00"));
        story.mustBe(Money.hkd(90_000_000), amendment.awarded(), "one for one on top of stage 1");
        amendment.submit(ada).expect(200);
        story.panels.support(SCHEME, grant);
        story.vetters.approve(grant);
        ada.await(
                APPLICATIONS,
                grant.path(),
                "stage 2 in force",
                reply -> reply.body().path("stage").asInt() == 2);
        story.mustBe(Money.hkd(90_000_000), story.finance.award(grant).money("committed"), "what is committed");
        story.tells(ada, "goes on to stage 2", "one for one on top", Money.hkd(90_000_000));
    }

    private static Map<String, Object> secondStage(Story story, String cost, String cash) {
        return Map.of("answers", Project.secondStage(story.today().plusMonths(3), cost, cash));
    }
}
