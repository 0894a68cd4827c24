package hk.itf.infra.endtoend;

import static hk.itf.infra.endtoend.Story.post;
import static hk.itf.infra.local.Service.APPLICATIONS;
import static hk.itf.infra.local.Service.ASSESSMENT;
import static hk.itf.infra.local.Service.DISBURSEMENT;

import hk.itf.model.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Every journey, in the order in which the demo tells them. All amounts are computed by the product. */
final class Journeys {

    private static final String ABOVE_CEILING = "60000.00";
    private static final String GOOD_ACCOUNT = "123456789";

    private Journeys() {}

    static List<Journey> all() {
        return List.of(
                new Journey(
                        "A doctoral post above the ceiling: 12 months, the first quarter paid", Journeys::doctoralPost),
                new Journey("A salary below the ceiling is paid as it is; the grant closes", Journeys::belowCeiling),
                new Journey("One month refused: two are paid, the third is undrawn", Journeys::monthRefused),
                new Journey(
                        "A fifth overlapping post is refused; after an early end it is accepted", Journeys::fifthPost),
                new Journey("Clarification and resubmission", Journeys::clarification),
                new Journey("Ineligible", Journeys::ineligible),
                new Journey("Declined below the pass mark", Journeys::declined),
                new Journey("A withdrawal meets an approval on its way", Journeys::withdrawal),
                new Journey(
                        "An exhausted envelope waits, and is committed in order after a top-up", Journeys::exhausted),
                new Journey("A bounced payment is due again and paid on the second attempt", Journeys::bounced),
                new Journey("A payee change holds the payment until verified and cooled off", Journeys::payeeChange),
                new Journey("Papers are served during a lease, and to nobody else", Journeys::papers));
    }

    private static void doctoralPost(Story story) {
        var cast = story.cast;
        var ada = cast.applicant();
        var answers = post(story.firstQuarterOver(), 12, ABOVE_CEILING);
        var estimate = ada.post(
                        APPLICATIONS,
                        "/schemes/rth/estimates",
                        Map.of("organisationKind", "company", "answers", answers))
                .expect(200);
        story.tells(
                ada,
                "asks what a month comes to",
                "ceiling",
                Money.of(estimate.text("entitlement/lines/0/amount/amount"), Money.HKD));
        story.tells(ada, "and the living allowance", "for 12 months", estimate.money("entitlement/lines/2/amount"));

        var grant = story.submitted(ada, story.organisation(ada), answers);
        var receipt = ada.get(APPLICATIONS, grant.path() + "/receipt").expect(200);
        story.tells(
                ada,
                "gets a receipt",
                "SHA-256 " + receipt.text("contentSha256").substring(0, 12) + "...");
        story.ensureFunds(Money.hkd(2_000_000));
        story.confirmsCompleteness(grant);
        story.confirmsEligibility(grant);
        story.scores(grant, 8);
        var secondDuty = cast.sameAs(cast.secretary, "decision-authority", "decision-authority/commissioner")
                .post(ASSESSMENT, "/queue/next", Map.of("stages", List.of("DECISION")));
        story.mustBe(204, secondDuty.status(), "the queue for whoever confirmed eligibility");
        story.tells(cast.secretary, "asks for the decision too", "gets nothing: one person, one duty");
        story.approves(grant);
        var offer = story.awaitStatus(grant, "OFFERED");
        story.mustBe(Money.hkd(540_000), offer.money("awarded"), "the award");
        story.tells(ada, "is offered", "12 months", offer.money("awarded"));
        story.accepts(grant);
        story.filesPayee(grant, GOOD_ACCOUNT);
        var claim = story.claims(grant, 1, ABOVE_CEILING, ABOVE_CEILING, ABOVE_CEILING);
        story.vetsClaim(grant, claim, 3, List.of());
        assessorMayNotSubmit(story, grant);
        story.coolsOff();
        var tranche = story.tranche(grant, 1);
        story.prepares(tranche);
        story.release(cast.sameAs(cast.preparer, "finance-releaser"), tranche).refused(409, "one-person-one-duty");
        story.tells(cast.preparer, "tries to release it too", "refused: one person, one duty");
        story.release(cast.releaser, tranche).expect(200);
        story.tells(cast.releaser, "releases the payment", "the bank is told");
        story.mustBe(Money.hkd(135_000), story.paid(grant, 1), "the payment");
    }

    private static void assessorMayNotSubmit(Story story, Story.Grant grant) {
        var eva = story.cast.sameAs(story.cast.firstAssessor, "applicant");
        grant.applicant()
                .post(
                        APPLICATIONS,
                        "/organisations/" + grant.organisation() + "/members",
                        Map.of("person", eva.id().toString(), "role", "SUBMITTER"))
                .expect(200);
        // The second quarter is not over, so the draft itself is refused by date; the amendment is what she can try.
        var draft = eva.post(
                        APPLICATIONS,
                        grant.path() + "/amendments",
                        Map.of(
                                "kind", "EARLY_END",
                                "lastDay",
                                        story.firstQuarterOver()
                                                .plusMonths(9)
                                                .minusDays(1)
                                                .toString(),
                                "reason", "a test of duties"))
                .expect(201);
        var amendment = grant.path() + "/amendments/" + draft.text("id");
        eva.change(APPLICATIONS, amendment, amendment + "/submission", Map.of()).refused(409, "one-person-one-duty");
        story.tells(eva, "scored it, and tries to submit for it", "refused: one person, one duty");
        grant.applicant()
                .change(APPLICATIONS, amendment, amendment + "/withdrawal", Map.of())
                .expect(200);
    }

    private static void belowCeiling(Story story) {
        var grant = story.active(post(story.firstQuarterOver(), 3, "30000.00"));
        story.filesPayee(grant, GOOD_ACCOUNT);
        var claim = story.claims(grant, 1, "30000.00", "30000.00", "30000.00");
        story.vetsClaim(grant, claim, 3, List.of());
        story.coolsOff();
        story.mustBe(Money.hkd(120_000), story.pays(grant, 1), "three months of 30,000 and 10,000");
        story.awaitStatus(grant, "COMPLETED");
        story.tells(grant.applicant(), "sees the grant complete", "nothing is left to pay");
    }

    private static void monthRefused(Story story) {
        var grant = story.active(post(story.firstQuarterOver(), 3, ABOVE_CEILING));
        story.filesPayee(grant, GOOD_ACCOUNT);
        var claim = story.claims(grant, 1, ABOVE_CEILING, ABOVE_CEILING, ABOVE_CEILING);
        story.vetsClaim(grant, claim, 3, List.of(2));
        story.coolsOff();
        var before = story.freeFunds();
        story.mustBe(Money.hkd(90_000), story.pays(grant, 1), "two months of three");
        story.awaitStatus(grant, "COMPLETED");
        var award =
                story.cast.auditor.get(DISBURSEMENT, "/awards/" + grant.id()).expect(200);
        story.mustBe(Money.hkd(45_000), award.money("undrawn"), "what is undrawn");
        story.mustBe(before.plus(Money.hkd(45_000)), story.freeFunds(), "the envelope after close-out");
        story.tells(story.cast.auditor, "reads the closed award", "undrawn, back in the envelope", Money.hkd(45_000));
    }

    private static void fifthPost(Story story) {
        var ada = story.cast.applicant();
        var organisation = story.organisation(ada);
        var start = story.firstQuarterOver();
        var first = story.submitted(ada, organisation, post(start, 12, ABOVE_CEILING));
        story.submitted(ada, organisation, post(start, 12, ABOVE_CEILING));
        story.submitted(ada, organisation, post(start, 12, ABOVE_CEILING));
        var fourthAndFifth = List.of(
                story.draft(ada, organisation, post(start, 12, ABOVE_CEILING)),
                story.draft(ada, organisation, post(start, 12, ABOVE_CEILING)));
        var replies =
                fourthAndFifth.stream()
                        .map(grant -> CompletableFuture.supplyAsync(() -> story.submit(grant)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        story.mustBe(
                List.of(201, 422), replies.stream().map(Reply::status).sorted().toList(), "two at the same instant");
        var refused = replies.stream()
                .filter(reply -> reply.status() == 422)
                .findFirst()
                .orElseThrow();
        refused.refused(422, "allowance-exceeded");
        story.tells(ada, "submits a fourth and a fifth at once", "one is refused: " + refused.text("errors/0/code"));

        var running = story.active(first);
        var draft = ada.post(
                        APPLICATIONS,
                        running.path() + "/amendments",
                        Map.of(
                                "kind",
                                "EARLY_END",
                                "lastDay",
                                start.plusMonths(6).minusDays(1).toString(),
                                "reason",
                                "The researcher leaves."))
                .expect(201);
        var amendment = running.path() + "/amendments/" + draft.text("id");
        ada.change(APPLICATIONS, amendment, amendment + "/submission", Map.of()).expect(200);
        story.tells(ada, "asks to end the first post after six months", "the award would be", draft.money("awarded"));
        story.approves(running);
        ada.await(
                APPLICATIONS,
                amendment,
                "its force",
                reply -> reply.text("status").equals("IN_FORCE"));
        story.mustBe(Money.hkd(270_000), story.reads(running).money("awarded"), "the award after the early end");
        var replacement = story.submitted(ada, organisation, post(start.plusMonths(6), 6, ABOVE_CEILING));
        story.tells(ada, "submits a post that follows it", "accepted");
        Stream.of(replacement).forEach(each -> withdraw(story, each));
        fourthAndFifth.stream()
                .filter(each -> !story.reads(each).text("status").equals("DRAFT"))
                .forEach(each -> withdraw(story, each));
        withdrawSubmitted(story, ada);
    }

    /** Leaves nothing on the queue for the journeys after. */
    private static void withdrawSubmitted(Story story, Person ada) {
        for (var item : ada.get(APPLICATIONS, "/applications?size=50")
                .expect(200)
                .body()
                .path("items")) {
            if (List.of("SUBMITTED", "IN_ASSESSMENT")
                    .contains(item.path("status").asText())) {
                withdraw(story, new Story.Grant(item.path("id").asText(), "", ada));
            }
        }
    }

    private static void withdraw(Story story, Story.Grant grant) {
        var reply = grant.applicant()
                .change(
                        APPLICATIONS,
                        grant.path(),
                        grant.path() + "/withdrawal",
                        Map.of("reason", "The candidate has taken another post."));
        if (reply.status() == 412) { // vetting began between reading and withdrawing
            withdraw(story, grant);
        } else {
            reply.expect(200);
        }
    }

    private static void clarification(Story story) {
        var cast = story.cast;
        var grant = story.submitted(post(story.firstQuarterOver(), 3, ABOVE_CEILING));
        story.confirmsCompleteness(grant);
        var task = story.take(cast.secretary, "ELIGIBILITY", grant.id());
        story.act(cast.secretary, task, "clarification", Map.of("question", "Which crane?", "answerWithinDays", 14))
                .expect(200);
        var sentBack = story.awaitStatus(grant, "CLARIFYING");
        story.tells(cast.secretary, "asks: " + sentBack.text("clarification"), "the pledge clock stops");
        var answers = post(story.firstQuarterOver(), 3, ABOVE_CEILING);
        answers.put("duties", "Designs the control software of crane 7.");
        grant.applicant()
                .put(APPLICATIONS, grant.path() + "/answers", Map.of("answers", answers), grant.path())
                .expect(200);
        story.submit(grant).expect(201);
        story.mustBe(
                "2",
                grant.applicant().get(APPLICATIONS, grant.path() + "/receipt").text("revision"),
                "the revision");
        story.tells(grant.applicant(), "answers and submits again", "revision 2");
        story.ensureFunds(Money.hkd(2_000_000));
        story.confirmsEligibility(grant);
        story.scores(grant, 7);
        story.approves(grant);
        story.tells(
                grant.applicant(),
                "is offered",
                "after a clarification",
                story.awaitStatus(grant, "OFFERED").money("awarded"));
    }

    private static void ineligible(Story story) {
        var answers = post(story.firstQuarterOver(), 12, ABOVE_CEILING);
        answers.put("related", true);
        var grant = story.submitted(answers);
        story.confirmsCompleteness(grant);
        var task = story.take(story.cast.secretary, "ELIGIBILITY", grant.id());
        story.act(story.cast.secretary, task, "eligibility", Map.of("eligible", false))
                .expect(200);
        var letter = story.awaitStatus(grant, "INELIGIBLE").text("letter");
        story.tells(
                story.cast.secretary,
                "confirms: ineligible",
                letter.lines().findFirst().orElse(""));
    }

    private static void declined(Story story) {
        var grant = story.submitted(post(story.firstQuarterOver(), 12, ABOVE_CEILING));
        story.confirmsCompleteness(grant);
        story.confirmsEligibility(grant);
        story.scores(grant, 3);
        var grace = story.cast.commissioner;
        var task = story.take(grace, "DECISION", grant.id());
        story.act(grace, task, "decision", Map.of("outcome", "APPROVE", "letter", "Let us try."))
                .refused(422, "below-pass-mark");
        story.tells(grace, "tries to approve it", "refused: below the pass mark");
        story.act(
                        grace,
                        task,
                        "decision",
                        Map.of("outcome", "DECLINE", "letter", "The post has too little R&D content."))
                .expect(200);
        story.tells(grace, "declines", story.awaitStatus(grant, "DECLINED").text("letter"));
    }

    private static void withdrawal(Story story) {
        var grant = story.submitted(post(story.firstQuarterOver(), 12, ABOVE_CEILING));
        story.ensureFunds(Money.hkd(2_000_000));
        var before = story.freeFunds();
        story.vetted(grant);
        withdraw(story, grant); // at once: approval and commitment are still on their way
        story.tells(grant.applicant(), "withdraws at the same moment", "the withdrawal stands");
        story.cast.auditor.await(
                DISBURSEMENT,
                "/awards/" + grant.id(),
                "the void award",
                reply -> reply.text("status").equals("VOIDED"));
        story.mustBe("WITHDRAWN", story.reads(grant).text("status"), "the application");
        story.mustBe(before, story.freeFunds(), "the envelope");
        story.tells(story.cast.auditor, "reads the award", "voided; the envelope is as before");
    }

    private static void exhausted(Story story) {
        var auditor = story.cast.auditor;
        drain(story);
        var first = story.submitted(post(story.firstQuarterOver(), 12, ABOVE_CEILING));
        var second = story.submitted(post(story.firstQuarterOver(), 3, ABOVE_CEILING));
        story.vetted(first);
        waits(story, first);
        story.vetted(second);
        waits(story, second);
        story.topUp(Money.hkd(135_000));
        auditor.await(
                DISBURSEMENT,
                "/awards/" + first.id(),
                "still waiting",
                reply -> reply.text("status").equals("WAITING"));
        story.mustBe(
                "WAITING",
                auditor.get(DISBURSEMENT, "/awards/" + second.id()).text("status"),
                "the smaller one, which may not overtake");
        story.tells(auditor, "sees the smaller one wait behind the larger", "no overtaking");
        story.topUp(Money.hkd(540_000));
        story.tells(
                first.applicant(),
                "is offered",
                "first",
                story.awaitStatus(first, "OFFERED").money("awarded"));
        story.tells(
                second.applicant(),
                "is offered",
                "second",
                story.awaitStatus(second, "OFFERED").money("awarded"));
    }

    private static void waits(Story story, Story.Grant grant) {
        var reply = grant.applicant()
                .await(
                        APPLICATIONS,
                        grant.path(),
                        "waiting for funds",
                        each -> each.body().hasNonNull("waitingFor"));
        story.tells(grant.applicant(), "is approved, and waits", "for " + reply.text("waitingFor"));
    }

    /** Awards what is left in the envelope, so that nothing is. A decider may lower an amount, never raise it. */
    private static void drain(Story story) {
        for (var free = story.freeFunds(); free.isPositive(); free = story.freeFunds()) {
            var most = Money.hkd(1_620_000);
            var grant = story.submitted(post(story.firstQuarterOver(), 36, ABOVE_CEILING));
            story.confirmsCompleteness(grant);
            story.confirmsEligibility(grant);
            story.scores(grant, 8);
            var grace = story.cast.commissioner;
            var task = story.take(grace, "DECISION", grant.id());
            var awarded = free.min(most);
            story.act(
                            grace,
                            task,
                            "decision",
                            Map.of(
                                    "outcome",
                                    "APPROVE",
                                    "awarded",
                                    Person.hkd(awarded.amount()),
                                    "letter",
                                    "Lowered to what is left."))
                    .expect(200);
            story.awaitStatus(grant, "OFFERED");
            story.tells(grace, "awards what is left in the envelope", "lowered", awarded);
        }
    }

    private static void bounced(Story story) {
        var grant = story.active(post(story.firstQuarterOver(), 3, ABOVE_CEILING));
        story.filesPayee(grant, accountThatBouncesOnce());
        var claim = story.claims(grant, 1, ABOVE_CEILING, ABOVE_CEILING, ABOVE_CEILING);
        story.vetsClaim(grant, claim, 3, List.of());
        story.coolsOff();
        var tranche = story.tranche(grant, 1);
        story.prepares(tranche);
        story.release(story.cast.releaser, tranche).expect(200);
        story.tells(story.cast.releaser, "releases the payment", "the bank is told");
        story.awaitTranche(tranche, "DUE");
        story.tells(story.cast.auditor, "sees the payment bounce", "the instalment is due again");
        story.mustBe(Money.hkd(135_000), story.pays(grant, 1), "the second attempt");
        var award =
                story.cast.auditor.get(DISBURSEMENT, "/awards/" + grant.id()).expect(200);
        story.mustBe(Money.hkd(135_000), award.money("paid"), "paid once in the books");
    }

    /** The simulated bank sends the first payment to an account that ends in 901 back; so it has to be new each time. */
    private static String accountThatBouncesOnce() {
        return "%06d901".formatted(ThreadLocalRandom.current().nextInt(1_000_000));
    }

    private static void payeeChange(Story story) {
        var grant = story.active(post(story.firstQuarterOver(), 3, ABOVE_CEILING));
        story.filesPayee(grant, GOOD_ACCOUNT);
        var claim = story.claims(grant, 1, ABOVE_CEILING, ABOVE_CEILING, ABOVE_CEILING);
        story.vetsClaim(grant, claim, 3, List.of());
        story.coolsOff();
        var tranche = story.tranche(grant, 1);
        story.prepares(tranche);
        story.filesPayee(grant, "987654321");
        var release = story.release(story.cast.releaser, tranche);
        story.mustBe(409, release.status(), "a release after the change");
        story.tells(story.cast.releaser, "tries to release", "refused: " + release.problem());
        story.coolsOff();
        story.mustBe(Money.hkd(135_000), story.pays(grant, 1), "the payment to the new account");
    }

    private static void papers(Story story) {
        var cast = story.cast;
        var ada = cast.applicant();
        var grant = story.draft(ada, story.organisation(ada), post(story.firstQuarterOver(), 3, ABOVE_CEILING));
        var paper = ada.upload(
                        APPLICATIONS,
                        grant.path() + "/papers?document=degree-certificate&name=degree.pdf",
                        "%PDF-1.7 a degree".getBytes(StandardCharsets.US_ASCII))
                .expect(201)
                .text("id");
        story.tells(ada, "attaches the degree certificate", "PDF");
        story.submit(grant).expect(201);
        var papers = grant.path() + "/papers";
        cast.secretary
                .get(APPLICATIONS, papers + "/" + paper + "?task=" + UUID.randomUUID())
                .refused(409, "not-yet-visible");
        story.tells(cast.secretary, "asks for it without a task", "refused: not-yet-visible");
        var task = story.take(cast.secretary, "COMPLETENESS", grant.id());
        cast.secretary.await(
                APPLICATIONS, papers + "/" + paper + "?task=" + task, "the paper", reply -> reply.status() == 200);
        story.tells(cast.secretary, "reads it while holding the task", "served, and audited");
        cast.claimsOfficer
                .get(APPLICATIONS, papers + "/" + paper + "?task=" + task)
                .refused(404, "not-found");
        story.tells(cast.claimsOfficer, "asks with somebody else's task", "refused: not-found");
        story.act(cast.secretary, task, "completeness", Map.of("complete", true))
                .expect(200);
        for (var reply = cast.secretary.get(APPLICATIONS, papers + "?task=" + task); reply.status() != 403; ) {
            reply = cast.secretary.get(APPLICATIONS, papers + "?task=" + task);
        }
        cast.secretary.get(APPLICATIONS, papers + "?task=" + task).refused(403, "lease-over");
        story.tells(cast.secretary, "asks again when the task is done", "refused: lease-over");
        withdraw(story, grant);
    }
}
