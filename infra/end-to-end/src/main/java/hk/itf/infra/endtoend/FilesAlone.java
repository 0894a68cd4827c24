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

/** Schemes that are a file and nothing else, to the last instalment. */
final class FilesAlone {

    private static final String TRIAL = "trial-production";
    private static final String SUPPORT = "gsp";

    private FilesAlone() {}

    static List<Journey> journeys() {
        return List.of(
                new Journey("A scheme of a file: an advance, claims, a retention, two stages", FilesAlone::trial),
                new Journey("Another: batches, a committee, reports, accounts", FilesAlone::support));
    }

    private static void trial(Story story) {
        story.funds.ensure(TRIAL, Money.hkd(5_000_000));
        var ada = story.cast.applicant();
        var company = story.applicants.registerOrganisation(ada);
        var grant = story.applicants.apply(ada, company, TRIAL, Project.trial(story.today(), 2, "400000.00"));
        story.vetters.findComplete(grant);
        story.vetters.confirmEligibility(grant);
        story.vetters.approve(grant);
        grant.awaitStatus("OFFERED");
        story.applicants.accept(grant);
        story.finance.agreePayee(grant, GOOD_ACCOUNT);
        story.finance.coolOff();

        var advance = story.applicants.claim(grant, 1, "ADVANCE", List.of(), "The steel is ordered.");
        story.vetters.vetClaim(grant, advance, 1, List.of());
        ada.await(
                APPLICATIONS,
                grant.path(),
                "the advance beside its instalment",
                reply -> reply.body().path("tranches").size() == 3);
        story.mustBe(Money.hkd(72_000), story.pay(grant, 2), "40% of 180,000 in advance");

        story.passTimeBeyond(story.today().plusMonths(2));
        var line = Map.of("row", 1, "paid", Person.hkd("400000.00"), "evidence", Map.of("invoice-attached", true));
        var payment = story.applicants.claim(grant, 1, "PAYMENT", List.of(line), "The trial is over.");
        story.vetters.vetClaim(grant, payment, 1, List.of());
        story.mustBe(Money.hkd(108_000), story.pay(grant, 1), "the rest of 180,000");
        goesOn(story, grant);

        milestone(story, grant, 3, "MILESTONE");
        story.mustBe(Money.hkd(20_000), story.pay(grant, 3), "what was retained");
        story.mustBe(Money.hkd(50_000), story.pay(grant, 4), "half of the second stage");
        story.passTimeBeyond(story.today().plusMonths(3));
        milestone(story, grant, 5, "REPORT");
        story.mustBe(Money.hkd(50_000), story.pay(grant, 5), "the other half");
        story.mustBe(
                Money.hkd(300_000),
                story.finance.awaitAward(grant, "CLOSED").money("paid"),
                "both stages to the last instalment");
    }

    private static void goesOn(Story story, Grant grant) {
        var ada = grant.applicant();
        var gate = story.applicants.claim(grant, 3, "STAGE_GATE", List.of(), "It can be produced.");
        story.vetters.acceptClaim(story.cast.deputy, grant, gate, 0);
        ada.await(
                APPLICATIONS,
                grant.path(),
                "the stage gate",
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
        story.mustBe(Money.hkd(300_000), next.awarded(), "a quarter of the ramp-up on top");
        next.submit(ada).expect(200);
        story.vetters.approve(grant);
        ada.await(
                APPLICATIONS,
                grant.path(),
                "the second stage",
                reply -> reply.body().path("stage").asInt() == 2);
    }

    private static void milestone(Story story, Grant grant, int instalment, String kind) {
        var claim = story.applicants.claim(grant, instalment, kind, List.of(), "As agreed.");
        story.vetters.acceptClaim(story.cast.claimsOfficer, grant, claim, 0);
    }

    private static void support(Story story) {
        story.funds.ensureEnough(SUPPORT);
        var ada = story.cast.applicant();
        var association = story.applicants.registerOrganisation(ada, "Harbour Trade Association", "TRADE_ASSOCIATION");
        var grant = story.applicants.apply(
                ada, association, SUPPORT, Project.research(story.today().minusMonths(1), 2, "1000000.00"));
        story.vetters.findComplete(grant);
        story.vetters.confirmEligibility(grant);
        story.panels.support(SUPPORT, grant);
        story.vetters.approve(grant);
        grant.awaitStatus("OFFERED");
        story.applicants.accept(grant);
        story.finance.agreePayee(grant, GOOD_ACCOUNT);
        story.finance.coolOff();
        story.mustBe(Money.hkd(360_000), story.pay(grant, 1), "40% of nine tenths");
        milestone(story, grant, 2, "REPORT");
        story.mustBe(Money.hkd(360_000), story.pay(grant, 2), "40% for the report");
        story.passTimeBeyond(story.today().plusMonths(1));
        milestone(story, grant, 3, "REPORT");
        var accounts = story.applicants.claim(
                grant, 3, "ACCOUNTS", List.of(Map.of("paid", Person.hkd("1000000.00"))), "Audited accounts.");
        story.vetters.acceptClaim(story.cast.claimsOfficer, grant, accounts, 1);
        story.mustBe(Money.hkd(180_000), story.pay(grant, 3), "the last 20%");
        story.finance.awaitAward(grant, "CLOSED");
    }
}
