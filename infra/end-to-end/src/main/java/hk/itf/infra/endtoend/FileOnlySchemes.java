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

/** Journeys of schemes without code of their own, from the application to the last tranche. */
final class FileOnlySchemes {

    private static final String TRIAL = "trial-production";
    private static final String SUPPORT = "gsp";

    private FileOnlySchemes() {}

    static List<Journey> journeys() {
        return List.of(
                new Journey(
                        "The scheme file trial-production: an advance, claims, a retention and two stages",
                        FileOnlySchemes::trial),
                new Journey("The scheme file gsp: batches, a panel, reports and accounts", FileOnlySchemes::support));
    }

    private static void trial(Story story) {
        story.fundControllers.ensureFree(TRIAL, Money.hkd(5_000_000));
        var ada = story.people.newApplicant();
        var company = story.applicants.registerOrganisation(ada);
        var grant = story.applicants.apply(ada, company, TRIAL, ProjectAnswers.trial(story.today(), 2, "400000.00"));
        story.vetters.confirmCompleteness(grant);
        story.vetters.confirmEligibility(grant);
        story.vetters.approve(grant);
        grant.awaitStatus("OFFERED");
        story.applicants.accept(grant);
        story.financeStaff.fileAndVerifyPayee(grant, GOOD_ACCOUNT);
        story.financeStaff.passCoolingOffPeriod();

        var advance = story.applicants.claim(grant, 1, "ADVANCE", List.of(), "The steel is ordered.");
        story.vetters.vetClaim(grant, advance, 1, List.of());
        ada.await(
                APPLICATIONS,
                grant.path(),
                "the tranche of the advance",
                reply -> reply.body().path("tranches").size() == 3);
        story.requireEqual(Money.hkd(72_000), story.pay(grant, 2), "the advance of 40% of 180,000");

        story.passTimeBeyond(story.today().plusMonths(2));
        var line = Map.of("row", 1, "paid", Person.hkd("400000.00"), "evidence", Map.of("invoice-attached", true));
        var payment = story.applicants.claim(grant, 1, "PAYMENT", List.of(line), "The trial is over.");
        story.vetters.vetClaim(grant, payment, 1, List.of());
        story.requireEqual(Money.hkd(108_000), story.pay(grant, 1), "the payable rest of 180,000");
        addSecondStage(story, grant);

        fileMilestone(story, grant, 3, "MILESTONE");
        story.requireEqual(Money.hkd(20_000), story.pay(grant, 3), "the retention");
        story.requireEqual(Money.hkd(50_000), story.pay(grant, 4), "the first half of the second stage");
        story.passTimeBeyond(story.today().plusMonths(3));
        fileMilestone(story, grant, 5, "REPORT");
        story.requireEqual(Money.hkd(50_000), story.pay(grant, 5), "the second half of the second stage");
        story.requireEqual(
                Money.hkd(300_000),
                story.financeStaff.awaitAward(grant, "CLOSED").money("paid"),
                "the paid amount of both stages");
    }

    private static void addSecondStage(Story story, Grant grant) {
        var ada = grant.applicant();
        var gate = story.applicants.claim(grant, 3, "STAGE_GATE", List.of(), "The product can be produced.");
        story.vetters.acceptClaim(story.people.deputyCommissioner, grant, gate, 0);
        ada.await(
                APPLICATIONS,
                grant.path(),
                "the passed stage gate",
                reply -> reply.body().path("stagePassed").asBoolean());
        var next = story.applicants.draftAmendment(
                ada,
                grant,
                "NEXT_STAGE",
                Map.of(
                        "answers",
                        Map.of(
                                "ramp-up-commencement",
                                story.today().toString(),
                                "ramp-up-months",
                                2,
                                "ramp-up-cost",
                                Person.hkd("400000.00"))));
        story.requireEqual(Money.hkd(300_000), next.awarded(), "the awarded amount with a quarter of the ramp-up");
        next.submit(ada).expect(200);
        story.vetters.approve(grant);
        ada.await(
                APPLICATIONS,
                grant.path(),
                "the second stage in force",
                reply -> reply.body().path("stage").asInt() == 2);
    }

    private static void fileMilestone(Story story, Grant grant, int number, String kind) {
        var claim = story.applicants.claim(grant, number, kind, List.of(), "As agreed.");
        story.vetters.acceptClaim(story.people.claimsOfficer, grant, claim, 0);
    }

    private static void support(Story story) {
        story.fundControllers.ensureEnough(SUPPORT);
        var ada = story.people.newApplicant();
        var association = story.applicants.registerOrganisation(ada, "Harbour Trade Association", "TRADE_ASSOCIATION");
        var grant = story.applicants.apply(
                ada, association, SUPPORT, ProjectAnswers.research(story.today().minusMonths(1), 2, "1000000.00"));
        story.vetters.confirmCompleteness(grant);
        story.vetters.confirmEligibility(grant);
        story.panels.supportAtMeeting(SUPPORT, grant);
        story.vetters.approve(grant);
        grant.awaitStatus("OFFERED");
        story.applicants.accept(grant);
        story.financeStaff.fileAndVerifyPayee(grant, GOOD_ACCOUNT);
        story.financeStaff.passCoolingOffPeriod();
        story.requireEqual(Money.hkd(360_000), story.pay(grant, 1), "40% of nine tenths of the cost");
        fileMilestone(story, grant, 2, "REPORT");
        story.requireEqual(Money.hkd(360_000), story.pay(grant, 2), "40% for the accepted report");
        story.passTimeBeyond(story.today().plusMonths(1));
        fileMilestone(story, grant, 3, "REPORT");
        var accounts = story.applicants.claim(
                grant, 3, "ACCOUNTS", List.of(Map.of("paid", Person.hkd("1000000.00"))), "Audited accounts.");
        story.vetters.acceptClaim(story.people.claimsOfficer, grant, accounts, 1);
        story.requireEqual(Money.hkd(180_000), story.pay(grant, 3), "the last 20% for the accounts");
        story.financeStaff.awaitAward(grant, "CLOSED");
    }
}
