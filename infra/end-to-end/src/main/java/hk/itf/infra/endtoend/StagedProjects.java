package hk.itf.infra.endtoend;

import static hk.itf.infra.endtoend.story.FinanceStaff.GOOD_ACCOUNT;
import static hk.itf.infra.local.Service.APPLICATIONS;

import hk.itf.infra.endtoend.story.Grant;
import hk.itf.infra.endtoend.story.Person;
import hk.itf.infra.endtoend.story.ProjectAnswers;
import hk.itf.infra.endtoend.story.Story;
import hk.itf.model.money.Money;
import java.util.List;
import java.util.Map;

/** Journeys of RAISe+ projects: matching money, and a panel between two stages. */
final class StagedProjects {

    private static final String SCHEME = "raise-plus";

    private StagedProjects() {}

    static List<Journey> journeys() {
        return List.of(
                new Journey(
                        "A sixteenth application of one university in one call is refused",
                        StagedProjects::quotaOfTheCall),
                new Journey("Two stages: matching money, a stage gate and a higher award", StagedProjects::twoStages));
    }

    private static void quotaOfTheCall(Story story) {
        story.schemeAdministrators.ensureOpenCall(SCHEME);
        var ada = story.people.newApplicant();
        var university = story.applicants.registerOrganisation(ada, "Harbour University", "UNIVERSITY");
        for (var i = 0; i < 15; i++) {
            story.applicants
                    .submit(draft(story, ada, university, "12000000.00", "8000000.00"))
                    .expect(201);
        }
        story.step(ada, "submits fifteen projects of one university", "all are accepted");
        var refused = story.applicants
                .submit(draft(story, ada, university, "12000000.00", "8000000.00"))
                .refused(422, "allowance-exceeded");
        story.step(ada, "submits a sixteenth project", "refused: " + refused.text("errors/0/code"));
        story.applicants.withdrawUndecided(ada);
    }

    private static void twoStages(Story story) {
        story.schemeAdministrators.ensureOpenCall(SCHEME);
        story.fundControllers.ensureFree(SCHEME, Money.hkd(200_000_000));
        var ada = story.people.newApplicant();
        var university = story.applicants.registerOrganisation(ada, "Harbour University", "UNIVERSITY");
        requireInKindLimit(story, draft(story, ada, university, "8000000.00", "12000000.00"));

        var grant = draft(story, ada, university, "12000000.00", "8000000.00");
        story.requireEqual(
                Money.hkd(40_000_000),
                story.applicants.submit(grant).expect(201).money("entitlement/amount"),
                "the entitlement with matching money of 20 million");
        story.step(ada, "submits with matching money of 20 million", "entitlement", Money.hkd(40_000_000));
        story.vetters.confirmCompleteness(grant);
        story.vetters.confirmEligibility(grant);
        story.vetters.score(grant, 8, "innovation", "team");
        story.vetters.reviewBusiness(grant, 7, "commercialisation");
        story.panels.supportAtMeeting(SCHEME, grant);
        story.vetters.approve(grant);
        grant.awaitStatus("OFFERED");
        story.applicants.accept(grant);
        story.financeStaff.fileAndVerifyPayee(grant, GOOD_ACCOUNT);
        story.financeStaff.passCoolingOffPeriod();
        claimFirstTranche(story, grant);

        requireRefusalBeforeStageGate(story, grant);
        var gate = story.applicants.claim(grant, 3, "STAGE_GATE", List.of(), "The prototype runs.");
        story.panels.supportAtMeeting(SCHEME, grant);
        story.vetters.acceptClaim(story.people.commissioner, grant, gate, 0);
        grant.applicant()
                .await(
                        APPLICATIONS,
                        grant.path(),
                        "the passed stage gate",
                        reply -> reply.body().path("stagePassed").asBoolean());
        addSecondStage(story, grant);

        story.passTimeBeyond(story.today().plusMonths(3));
        fileReport(story, grant, 2);
        claimAndPay(story, grant, 2, "8000000.00", Money.hkd(16_000_000));
        fileReport(story, grant, 3);
        claimAndPay(story, grant, 3, "6000000.00", Money.hkd(12_000_000));
        claimAndPay(story, grant, 4, "25000000.00", Money.hkd(25_000_000));
        story.requireEqual(
                Money.hkd(65_000_000),
                story.financeStaff.award(grant).money("paid"),
                "the paid amount: stage 1 and half of stage 2");
    }

    private static Grant draft(Story story, Person ada, String university, String cash, String inKind) {
        return story.applicants.draft(
                ada,
                university,
                SCHEME,
                ProjectAnswers.staged(story.today().minusMonths(3), 6, "60000000.00", cash, inKind));
    }

    private static void requireInKindLimit(Story story, Grant draft) {
        var lowered = draft.read();
        story.requireEqual(
                Money.hkd(32_000_000), lowered.money("entitlement/amount"), "the entitlement with too much in kind");
        story.step(
                draft.applicant(),
                "drafts with 12 of 20 million in kind",
                lowered.text("entitlement/lines/1/text/en"),
                Money.hkd(32_000_000));
    }

    /** The first tranche waits for its share of the matching money. */
    private static void claimFirstTranche(Story story, Grant grant) {
        story.applicants
                .draftClaim(grant, 1, "MATCHING", List.of(Map.of("paid", Person.hkd("5999999.99"))))
                .refused(422, "matching-short");
        story.step(grant.applicant(), "shows one cent too little matching money", "refused: matching-short");
        claimAndPay(story, grant, 1, "6000000.00", Money.hkd(12_000_000));
    }

    /**
     * Claims a tranche with its share of the matching money, and pays the tranche.
     *
     * @param matched matching money that has come in, in HKD
     * @param paid expected payment
     */
    private static void claimAndPay(Story story, Grant grant, int number, String matched, Money paid) {
        var claim = story.applicants.claim(
                grant, number, "MATCHING", List.of(Map.of("paid", Person.hkd(matched))), "The sponsors have paid.");
        story.vetters.acceptClaim(story.people.claimsOfficer, grant, claim, 1);
        story.requireEqual(paid, story.pay(grant, number), "the payment of tranche " + number);
    }

    private static void fileReport(Story story, Grant grant, int number) {
        var report = story.applicants.claim(grant, number, "REPORT", List.of(), "The project is on schedule.");
        story.vetters.acceptClaim(story.people.claimsOfficer, grant, report, 0);
    }

    private static void requireRefusalBeforeStageGate(Story story, Grant grant) {
        story.applicants
                .amend(grant.applicant(), grant, "NEXT_STAGE", secondStage(story, "100000000.00", "50000000.00"))
                .refused(422, "stage-not-passed");
        story.step(grant.applicant(), "files stage 2 before the stage gate", "refused: stage-not-passed");
    }

    private static void addSecondStage(Story story, Grant grant) {
        var ada = grant.applicant();
        var aboveCap = story.applicants.draftAmendment(
                ada, grant, "NEXT_STAGE", secondStage(story, "140000000.00", "70000000.00"));
        story.requireEqual(Money.hkd(100_000_000), aboveCap.awarded(), "the awarded amount at the cap");
        aboveCap.withdraw(ada).expect(200);
        var amendment = story.applicants.draftAmendment(
                ada, grant, "NEXT_STAGE", secondStage(story, "100000000.00", "50000000.00"));
        story.requireEqual(Money.hkd(90_000_000), amendment.awarded(), "the awarded amount of both stages");
        amendment.submit(ada).expect(200);
        story.panels.supportAtMeeting(SCHEME, grant);
        story.vetters.approve(grant);
        ada.await(
                APPLICATIONS,
                grant.path(),
                "stage 2 in force",
                reply -> reply.body().path("stage").asInt() == 2);
        story.requireEqual(
                Money.hkd(90_000_000), story.financeStaff.award(grant).money("committed"), "the committed amount");
        story.step(ada, "starts stage 2", "awarded for both stages", Money.hkd(90_000_000));
    }

    private static Map<String, Object> secondStage(Story story, String cost, String cash) {
        return Map.of("answers", ProjectAnswers.secondStage(story.today().plusMonths(3), cost, cash));
    }
}
