package hk.itf.infra.endtoend;

import static hk.itf.infra.endtoend.story.Finance.GOOD_ACCOUNT;
import static hk.itf.infra.local.Service.APPLICATIONS;

import hk.itf.infra.endtoend.story.Grant;
import hk.itf.infra.endtoend.story.Person;
import hk.itf.infra.endtoend.story.Story;
import hk.itf.infra.endtoend.story.Training;
import hk.itf.infra.endtoend.story.Training.Attendance;
import hk.itf.model.money.Money;
import java.time.LocalDate;
import java.util.List;

/** Training that is shared two to one: courses on a register, advances, attendance, what is owed back. */
final class TrainingGrants {

    private static final Attendance ENOUGH = new Attendance(6, 8);
    private static final Attendance TOO_LITTLE = new Attendance(5, 8);
    private static final String FEE = "27000.00";

    private TrainingGrants() {}

    static List<Journey> journeys() {
        return List.of(
                new Journey("A course is registered; its cap of the year is shared out", TrainingGrants::capOfTheYear),
                new Journey(
                        "Training: an advance, attendance, one line of three refused, a debt set off",
                        TrainingGrants::advances));
    }

    private static void capOfTheYear(Story story) {
        var ada = story.cast.applicant();
        var company = story.applicants.registerOrganisation(ada);
        var course = register(story, ada, company, "500000.00");
        story.applicants.apply(
                ada, company, "nittp", training(story, course, 1, "600000.00").answers());
        var second = story.applicants.apply(
                ada, company, "nittp", training(story, course, 1, "600000.00").answers());
        story.mustBe(
                Money.hkd(100_000), second.read().money("entitlement/amount"), "what is left of the year's 500,000");
        var third = story.applicants.draft(
                ada, company, "nittp", training(story, course, 1, FEE).answers());
        var refused = story.applicants.submit(third).refused(422, "allowance-exceeded");
        story.tells(ada, "applies a third time in the year", "refused: " + refused.text("errors/0/code"));
        story.applicants.withdrawUndecided(ada);
    }

    /** Three grants of one company for one class: the whole fee earned, nothing earned, two of three. */
    static List<Grant> advances(Story story) {
        var ada = story.cast.applicant();
        var company = story.applicants.registerOrganisation(ada);
        var course = register(story, ada, company, "20000.00");
        var one = training(story, course, 1, FEE);
        var three = training(story, course, 3, FEE);
        var earned = running(story, ada, company, one);
        var failed = running(story, ada, company, one);
        var mixed = running(story, ada, company, three);
        story.finance.agreePayee(earned, GOOD_ACCOUNT);
        story.finance.coolOff();
        story.mustBe(Money.hkd(18_000), earned.read().money("awarded"), "two thirds of a fee of 27,000");
        paysAdvance(story, earned);
        paysAdvance(story, failed);

        story.passTimeBeyond(one.ends());
        claims(story, earned, one.lines(ENOUGH), 1);
        story.mustBe(Money.hkd(9_000), story.pay(earned, 1), "the rest after the advance");

        fails(story, failed, one.lines(TOO_LITTLE), 1, 1);
        var debt = story.finance.receivable(failed);
        story.mustBe(Money.hkd(9_000), debt.money("outstanding"), "the advance that was not earned");
        story.tells(
                story.cast.auditor,
                "sees the advance become a debt",
                "due by " + debt.text("dueBy"),
                debt.money("raised"));

        fails(story, mixed, three.lines(ENOUGH, TOO_LITTLE, ENOUGH), 3, 2);
        story.finance.setOff(failed, mixed.tranche(1), Money.hkd(9_000));
        story.mustBe(
                Money.hkd(27_000),
                story.finance.tranche(mixed.tranche(1)).money("toPay"),
                "two lines of 18,000, less the debt");
        story.mustBe(Money.hkd(36_000), story.pay(mixed, 1), "the instalment, by the bank and by the set-off");
        story.mustBe(Money.ZERO, story.finance.receivable(failed).money("outstanding"), "the debt after the set-off");
        failed.awaitStatus("COMPLETED");
        mixed.awaitStatus("COMPLETED");
        story.mustBe(Money.hkd(18_000), story.finance.award(mixed).money("undrawn"), "the line that was refused");
        story.tells(ada, "sees the debt settled", "the failed grant is complete");
        return List.of(earned, failed, mixed);
    }

    private static String register(Story story, Person ada, String company, String ceiling) {
        var grant = story.applicants.draft(ada, company, "nittp-course", Training.course(firstClass(story), ceiling));
        story.applicants.submit(grant).expect(201);
        story.vetters.findComplete(grant);
        story.vetters.confirmEligibility(grant);
        story.vetters.score(grant, 8, "advanced-technology", "economic-benefit", "track-record");
        story.vetters.approve(story.cast.courseChair, grant);
        var reference = grant.awaitStatus("COMPLETED").text("reference");
        story.mustBe(
                true,
                ada.get(APPLICATIONS, "/registers/nittp-course?size=100")
                        .expect(200)
                        .body()
                        .path("items")
                        .findValuesAsText("reference")
                        .contains(reference),
                "the course on the register");
        story.tells(ada, "finds the course on the register", reference);
        return reference;
    }

    /** A course is registered four months ahead. */
    private static LocalDate firstClass(Story story) {
        return story.today().plusMonths(4).plusDays(7);
    }

    private static Training training(Story story, String course, int trainees, String fee) {
        var commences = firstClass(story);
        return new Training(course, commences, commences.plusDays(10), trainees, fee);
    }

    private static Grant running(Story story, Person ada, String company, Training training) {
        story.funds.ensureEnough("nittp");
        var grant = story.applicants.apply(ada, company, "nittp", training.answers());
        story.vetters.findComplete(grant);
        story.vetters.confirmEligibility(grant);
        story.vetters.approve(story.cast.trainingOfficer, grant);
        grant.awaitStatus("OFFERED");
        return story.applicants.accept(grant);
    }

    private static void paysAdvance(Story story, Grant grant) {
        var claim = story.applicants.claim(grant, 1, "ADVANCE", List.of(), "The course is booked.");
        story.vetters.vetClaim(grant, claim, 1, List.of());
        grant.applicant()
                .await(
                        APPLICATIONS,
                        grant.path(),
                        "the advance beside its instalment",
                        reply -> reply.body().path("tranches").size() == 2);
        story.mustBe(Money.hkd(9_000), story.pay(grant, 2), "half in advance");
    }

    private static void claims(Story story, Grant grant, List<?> lines, int count) {
        var claim = story.applicants.claim(grant, 1, "PAYMENT", lines, "The course is over.");
        story.vetters.vetClaim(grant, claim, count, List.of());
    }

    /** Too few lessons were attended on the line of this number. */
    private static void fails(Story story, Grant grant, List<?> lines, int count, int failing) {
        var claim = story.applicants.claim(grant, 1, "PAYMENT", lines, "The course is over.");
        story.vetters.vetFailingClaim(grant, claim, count, List.of(failing));
    }

    /** One grant of which half is paid in advance and the rest after the course. */
    static Grant oneAdvance(Story story) {
        var ada = story.cast.applicant();
        var company = story.applicants.registerOrganisation(ada);
        var training = training(story, register(story, ada, company, "20000.00"), 1, FEE);
        var grant = running(story, ada, company, training);
        story.finance.agreePayee(grant, GOOD_ACCOUNT);
        story.finance.coolOff();
        paysAdvance(story, grant);
        story.passTimeBeyond(training.ends());
        claims(story, grant, training.lines(ENOUGH), 1);
        story.mustBe(Money.hkd(9_000), story.pay(grant, 1), "the rest after the advance");
        return grant;
    }
}
