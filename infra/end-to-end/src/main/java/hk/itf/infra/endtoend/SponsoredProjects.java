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

/** Journeys of ITSP projects: sponsorship, tranches against reports and accounts, amendments. */
final class SponsoredProjects {

    private static final String SCHEME = "itsp-platform";
    private static final String COST = "1100000.00";

    private SponsoredProjects() {}

    static List<Journey> journeys() {
        return List.of(
                new Journey(
                        "A sponsorship of nine percent is ineligible, of ten percent eligible",
                        SponsoredProjects::sponsorship),
                new Journey(
                        "Tranches are paid against reports; accounts decommit the unspent amount",
                        SponsoredProjects::reportsAndAccounts),
                new Journey("A milestone is moved; a termination raises a receivable", SponsoredProjects::changes));
    }

    private static void sponsorship(Story story) {
        var ada = story.people.newApplicant();
        var centre = story.applicants.registerOrganisation(ada, "Harbour R&D Centre", "RD_CENTRE");
        var nine = story.applicants.apply(
                ada, centre, SCHEME, ProjectAnswers.sponsored(story.today(), 12, "1000000.00", "90000.00"));
        story.vetters.confirmCompleteness(nine);
        var carol = story.people.secretary;
        var task = story.vetters.take(carol, "ELIGIBILITY", nine);
        story.vetters.act(carol, task, "eligibility", Map.of("eligible", false)).expect(200);
        var letter = nine.awaitStatus("INELIGIBLE").text("letter");
        story.requireEqual(
                true, letter.contains("at least 10% of the total project cost"), "the failed rule in the letter");
        story.step(carol, "finds the application ineligible", "a sponsorship of 9%, named in the letter");
        var ten = story.applicants.apply(
                ada, centre, SCHEME, ProjectAnswers.sponsored(story.today(), 12, "1000000.00", "100000.00"));
        story.vetters.confirmCompleteness(ten);
        story.vetters.confirmEligibility(ten);
        story.applicants.withdraw(ten);
    }

    private static void reportsAndAccounts(Story story) {
        var grant = activeGrant(story);
        story.requireEqual(Money.hkd(396_000), story.pay(grant, 1), "40% at the start");
        fileReport(story, grant, 2);
        story.requireEqual(Money.hkd(396_000), story.pay(grant, 2), "40% for the accepted report");

        story.passTimeBeyond(story.today().plusMonths(1));
        var accounts = story.applicants.claim(
                grant, 3, "ACCOUNTS", List.of(Map.of("paid", Person.hkd("1000000.00"))), "Audited accounts.");
        story.vetters.acceptClaim(story.people.claimsOfficer, grant, accounts, 1);
        var waiting = story.financeStaff.awaitPayable(grant.tranche(3), Money.hkd(98_000));
        story.requireEqual(
                "SCHEDULED", waiting.text("status"), "the status of the last tranche before the final report");
        story.step(story.people.auditor, "sees the gate of the last tranche", "the final report");
        fileReport(story, grant, 3);
        story.requireEqual(
                Money.hkd(98_000), story.pay(grant, 3), "the payable rest of the last 20% after the accounts");
        var closed = story.financeStaff.awaitAward(grant, "CLOSED");
        story.requireEqual(Money.hkd(890_000), closed.money("paid"), "the paid amount: spent, less the sponsorship");
        story.requireEqual(Money.hkd(100_000), closed.money("undrawn"), "the undrawn amount");
        story.step(
                story.people.auditor,
                "reads the closed award",
                "unspent, decommitted to the envelope",
                Money.hkd(100_000));
    }

    static Grant changes(Story story) {
        var grant = activeGrant(story);
        var ada = grant.applicant();
        story.requireEqual(Money.hkd(396_000), story.pay(grant, 1), "40% at the start");
        var later = story.today().plusMonths(2);
        var variation = story.applicants.draftAmendment(
                ada,
                grant,
                "VARIATION",
                Map.of(
                        "answers",
                        Map.of("deliverables", "A smaller sensor; a report."),
                        "milestones",
                        List.of(Map.of("tranche", grant.tranche(2), "lastDay", later.toString()))));
        variation.submit(ada).expect(200);
        story.vetters.approve(grant);
        ada.await(
                APPLICATIONS,
                grant.path(),
                "the new milestone in force",
                reply -> reply.text("tranches/1/period/to").equals(later.toString()));
        story.step(ada, "moves a milestone", "to " + later);

        var termination = story.applicants.draftAmendment(
                story.people.caseOfficer,
                grant,
                "TERMINATION",
                Map.of("lastDay", story.today().toString(), "keep", Person.hkd("200000.00")));
        termination.submit(story.people.caseOfficer).expect(200);
        story.step(story.people.caseOfficer, "files a termination", "200,000 may be kept");
        story.vetters.approve(grant);
        grant.awaitStatus("TERMINATED");
        var receivable = story.financeStaff.receivable(grant);
        story.requireEqual(Money.hkd(196_000), receivable.money("outstanding"), "the paid amount that is not kept");
        story.step(
                story.people.auditor,
                "reads the receivable",
                "due by " + receivable.text("dueBy"),
                receivable.money("raised"));
        return grant;
    }

    /** A grant of 990,000 in tranches of 396,000, 396,000 and 198,000. One of its two months is over. */
    private static Grant activeGrant(Story story) {
        story.fundControllers.ensureEnough(SCHEME);
        var ada = story.people.newApplicant();
        var centre = story.applicants.registerOrganisation(ada, "Harbour R&D Centre", "RD_CENTRE");
        var grant = story.applicants.apply(
                ada, centre, SCHEME, ProjectAnswers.sponsored(story.today().minusMonths(1), 2, COST, "110000.00"));
        story.vetters.confirmCompleteness(grant);
        story.vetters.confirmEligibility(grant);
        story.vetters.score(grant, 8, "benefit", "technology", "planning", "budget");
        story.panels.supportAtMeeting(SCHEME, grant);
        story.vetters.approve(grant);
        grant.awaitStatus("OFFERED");
        story.applicants.accept(grant);
        story.financeStaff.fileAndVerifyPayee(grant, GOOD_ACCOUNT);
        story.financeStaff.passCoolingOffPeriod();
        return grant;
    }

    private static void fileReport(Story story, Grant grant, int number) {
        var claim = story.applicants.claim(grant, number, "REPORT", List.of(), "The project is on schedule.");
        story.vetters.acceptClaim(story.people.claimsOfficer, grant, claim, 0);
    }
}
