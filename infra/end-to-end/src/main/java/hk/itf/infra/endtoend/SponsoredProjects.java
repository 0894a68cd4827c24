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

/** Applied research that companies sponsor: instalments against reports, accounts at the end, changes on the way. */
final class SponsoredProjects {

    private static final String SCHEME = "itsp-platform";
    private static final String COST = "1100000.00";

    private SponsoredProjects() {}

    static List<Journey> journeys() {
        return List.of(
                new Journey("Sponsored by nine percent, and by ten", SponsoredProjects::sponsorship),
                new Journey(
                        "Instalments against reports; accounts bring back what was not spent",
                        SponsoredProjects::reportsAndAccounts),
                new Journey("A milestone moves; a grant is ended and claws back", SponsoredProjects::changes));
    }

    private static void sponsorship(Story story) {
        var ada = story.cast.applicant();
        var centre = story.applicants.registerOrganisation(ada, "Harbour R&D Centre", "RD_CENTRE");
        var nine = story.applicants.apply(
                ada, centre, SCHEME, Project.sponsored(story.today(), 12, "1000000.00", "90000.00"));
        story.vetters.findComplete(nine);
        var carol = story.cast.secretary;
        var task = story.vetters.take(carol, "ELIGIBILITY", nine);
        story.vetters.act(carol, task, "eligibility", Map.of("eligible", false)).expect(200);
        var letter = nine.awaitStatus("INELIGIBLE").text("letter");
        story.mustBe(true, letter.contains("at least 10% of the total project cost"), "the reason in the letter");
        story.tells(carol, "finds 9% of sponsorship too little", "ineligible, with the rule in the letter");
        var ten = story.applicants.apply(
                ada, centre, SCHEME, Project.sponsored(story.today(), 12, "1000000.00", "100000.00"));
        story.vetters.findComplete(ten);
        story.vetters.confirmEligibility(ten);
        story.applicants.withdraw(ten);
    }

    private static void reportsAndAccounts(Story story) {
        var grant = running(story);
        story.mustBe(Money.hkd(396_000), story.pay(grant, 1), "40% at the start");
        report(story, grant, 2);
        story.mustBe(Money.hkd(396_000), story.pay(grant, 2), "40% for the accepted report");

        story.passTimeBeyond(story.today().plusMonths(1));
        var accounts = story.applicants.claim(
                grant, 3, "ACCOUNTS", List.of(Map.of("paid", Person.hkd("1000000.00"))), "Audited accounts.");
        story.vetters.acceptClaim(story.cast.claimsOfficer, grant, accounts, 1);
        var waiting = story.finance.awaitPayable(grant.tranche(3), Money.hkd(98_000));
        story.mustBe("SCHEDULED", waiting.text("status"), "the last instalment before the final report");
        story.tells(story.cast.auditor, "sees what the last instalment waits for", "the final report");
        report(story, grant, 3);
        story.mustBe(Money.hkd(98_000), story.pay(grant, 3), "what the accounts leave of the last 20%");
        var closed = story.finance.awaitAward(grant, "CLOSED");
        story.mustBe(Money.hkd(890_000), closed.money("paid"), "what was spent, less the sponsor's part");
        story.mustBe(Money.hkd(100_000), closed.money("undrawn"), "what was not spent, back in the envelope");
        story.tells(story.cast.auditor, "sees what was not spent", "back in the envelope", Money.hkd(100_000));
    }

    static Grant changes(Story story) {
        var grant = running(story);
        var ada = grant.applicant();
        story.mustBe(Money.hkd(396_000), story.pay(grant, 1), "40% at the start");
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
                "the new milestone",
                reply -> reply.text("tranches/1/period/to").equals(later.toString()));
        story.tells(ada, "moves a milestone", "to " + later);

        var termination = story.applicants.draftAmendment(
                story.cast.caseOfficer,
                grant,
                "TERMINATION",
                Map.of("lastDay", story.today().toString(), "keep", Person.hkd("200000.00")));
        termination.submit(story.cast.caseOfficer).expect(200);
        story.tells(story.cast.caseOfficer, "asks to end the grant", "200,000 of it may be kept");
        story.vetters.approve(grant);
        grant.awaitStatus("TERMINATED");
        var debt = story.finance.receivable(grant);
        story.mustBe(Money.hkd(196_000), debt.money("outstanding"), "what was paid and is not kept");
        story.tells(story.cast.auditor, "sees what is owed back", "due by " + debt.text("dueBy"), debt.money("raised"));
        return grant;
    }

    /** Of 990,000, in instalments of 396,000, 396,000 and 198,000; the first of its two months is over. */
    private static Grant running(Story story) {
        story.funds.ensureEnough(SCHEME);
        var ada = story.cast.applicant();
        var centre = story.applicants.registerOrganisation(ada, "Harbour R&D Centre", "RD_CENTRE");
        var grant = story.applicants.apply(
                ada, centre, SCHEME, Project.sponsored(story.today().minusMonths(1), 2, COST, "110000.00"));
        story.vetters.findComplete(grant);
        story.vetters.confirmEligibility(grant);
        story.vetters.score(grant, 8, "benefit", "technology", "planning", "budget");
        story.panels.support(SCHEME, grant);
        story.vetters.approve(grant);
        grant.awaitStatus("OFFERED");
        story.applicants.accept(grant);
        story.finance.agreePayee(grant, GOOD_ACCOUNT);
        story.finance.coolOff();
        return grant;
    }

    private static void report(Story story, Grant grant, int instalment) {
        var claim = story.applicants.claim(grant, instalment, "REPORT", List.of(), "All is on its way.");
        story.vetters.acceptClaim(story.cast.claimsOfficer, grant, claim, 0);
    }
}
