package hk.itf.infra.endtoend;

import static hk.itf.infra.endtoend.story.FinanceStaff.GOOD_ACCOUNT;
import static hk.itf.infra.local.Service.APPLICATIONS;

import hk.itf.infra.endtoend.story.Grant;
import hk.itf.infra.endtoend.story.Person;
import hk.itf.infra.endtoend.story.Story;
import hk.itf.infra.endtoend.story.Training;
import hk.itf.infra.endtoend.story.Training.Attendance;
import hk.itf.model.money.Money;
import java.time.LocalDate;
import java.util.List;

/** Journeys of training grants: registered courses, a yearly cap, advances, attendance and receivables. */
final class TrainingGrants {

    private static final Attendance ENOUGH = new Attendance(6, 8);
    private static final Attendance TOO_LITTLE = new Attendance(5, 8);
    private static final String FEE = "27000.00";

    private TrainingGrants() {}

    static List<Journey> journeys() {
        return List.of(
                new Journey(
                        "A course is registered; the yearly cap of a company limits its grants",
                        TrainingGrants::yearlyCap),
                new Journey(
                        "Training: an advance, attendance, one of three lines refused, a receivable set off",
                        TrainingGrants::advances));
    }

    private static void yearlyCap(Story story) {
        var ada = story.people.newApplicant();
        var company = story.applicants.registerOrganisation(ada);
        var course = registerCourse(story, ada, company, "500000.00");
        story.applicants.apply(
                ada, company, "nittp", training(story, course, 1, "600000.00").answers());
        var second = story.applicants.apply(
                ada, company, "nittp", training(story, course, 1, "600000.00").answers());
        story.requireEqual(
                Money.hkd(100_000), second.read().money("entitlement/amount"), "the rest of the yearly 500,000");
        var third = story.applicants.draft(
                ada, company, "nittp", training(story, course, 1, FEE).answers());
        var refused = story.applicants.submit(third).refused(422, "allowance-exceeded");
        story.step(ada, "submits a third application in the year", "refused: " + refused.text("errors/0/code"));
        story.applicants.withdrawUndecided(ada);
    }

    /** Three grants of one company for one class. The full fee, no fee, and two fees of three are accepted. */
    static List<Grant> advances(Story story) {
        var ada = story.people.newApplicant();
        var company = story.applicants.registerOrganisation(ada);
        var course = registerCourse(story, ada, company, "20000.00");
        var one = training(story, course, 1, FEE);
        var three = training(story, course, 3, FEE);
        var earned = activeGrant(story, ada, company, one);
        var failed = activeGrant(story, ada, company, one);
        var mixed = activeGrant(story, ada, company, three);
        story.financeStaff.fileAndVerifyPayee(earned, GOOD_ACCOUNT);
        story.financeStaff.passCoolingOffPeriod();
        story.requireEqual(Money.hkd(18_000), earned.read().money("awarded"), "two thirds of a fee of 27,000");
        claimAndPayAdvance(story, earned);
        claimAndPayAdvance(story, failed);

        story.passTimeBeyond(one.ends());
        claimFees(story, earned, one.lines(ENOUGH), 1);
        story.requireEqual(Money.hkd(9_000), story.pay(earned, 1), "the payable rest after the advance");

        claimFeesWithFailingLine(story, failed, one.lines(TOO_LITTLE), 1, 1);
        var receivable = story.financeStaff.receivable(failed);
        story.requireEqual(Money.hkd(9_000), receivable.money("outstanding"), "the outstanding advance");
        story.step(
                story.people.auditor,
                "reads the receivable of the advance",
                "due by " + receivable.text("dueBy"),
                receivable.money("raised"));

        claimFeesWithFailingLine(story, mixed, three.lines(ENOUGH, TOO_LITTLE, ENOUGH), 3, 2);
        story.financeStaff.setOff(failed, mixed.tranche(1), Money.hkd(9_000));
        story.requireEqual(
                Money.hkd(27_000),
                story.financeStaff.tranche(mixed.tranche(1)).money("toPay"),
                "two lines of 18,000 less the set-off");
        story.requireEqual(Money.hkd(36_000), story.pay(mixed, 1), "the paid amount, by bank and by set-off");
        story.requireEqual(
                Money.ZERO,
                story.financeStaff.receivable(failed).money("outstanding"),
                "the outstanding amount after the set-off");
        failed.awaitStatus("COMPLETED");
        mixed.awaitStatus("COMPLETED");
        story.requireEqual(
                Money.hkd(18_000),
                story.financeStaff.award(mixed).money("undrawn"),
                "the undrawn amount of the refused line");
        story.step(ada, "sees the receivable settled", "both grants are completed");
        return List.of(earned, failed, mixed);
    }

    private static String registerCourse(Story story, Person ada, String company, String ceiling) {
        var grant = story.applicants.draft(
                ada, company, "nittp-course", Training.courseAnswers(firstClass(story), ceiling));
        story.applicants.submit(grant).expect(201);
        story.vetters.confirmCompleteness(grant);
        story.vetters.confirmEligibility(grant);
        story.vetters.score(grant, 8, "advanced-technology", "economic-benefit", "track-record");
        story.vetters.approve(story.people.courseChair, grant);
        var reference = grant.awaitStatus("COMPLETED").text("reference");
        story.requireEqual(
                true,
                ada.get(APPLICATIONS, "/registers/nittp-course?size=100")
                        .expect(200)
                        .body()
                        .path("items")
                        .findValuesAsText("reference")
                        .contains(reference),
                "the course on the register");
        story.step(ada, "reads the register of courses", reference);
        return reference;
    }

    /** The first class, at least four months ahead, as the scheme requires for the registration. */
    private static LocalDate firstClass(Story story) {
        return story.today().plusMonths(4).plusDays(7);
    }

    private static Training training(Story story, String course, int trainees, String fee) {
        var commences = firstClass(story);
        return new Training(course, commences, commences.plusDays(10), trainees, fee);
    }

    private static Grant activeGrant(Story story, Person ada, String company, Training training) {
        story.fundControllers.ensureEnough("nittp");
        var grant = story.applicants.apply(ada, company, "nittp", training.answers());
        story.vetters.confirmCompleteness(grant);
        story.vetters.confirmEligibility(grant);
        story.vetters.approve(story.people.trainingOfficer, grant);
        grant.awaitStatus("OFFERED");
        return story.applicants.accept(grant);
    }

    private static void claimAndPayAdvance(Story story, Grant grant) {
        var claim = story.applicants.claim(grant, 1, "ADVANCE", List.of(), "The course is booked.");
        story.vetters.vetClaim(grant, claim, 1, List.of());
        grant.applicant()
                .await(
                        APPLICATIONS,
                        grant.path(),
                        "the tranche of the advance",
                        reply -> reply.body().path("tranches").size() == 2);
        story.requireEqual(Money.hkd(9_000), story.pay(grant, 2), "the advance of one half");
    }

    private static void claimFees(Story story, Grant grant, List<?> lines, int count) {
        var claim = story.applicants.claim(grant, 1, "PAYMENT", lines, "The course is over.");
        story.vetters.vetClaim(grant, claim, count, List.of());
    }

    /** @param failing number of the line with too few attended lessons */
    private static void claimFeesWithFailingLine(Story story, Grant grant, List<?> lines, int count, int failing) {
        var claim = story.applicants.claim(grant, 1, "PAYMENT", lines, "The course is over.");
        story.vetters.vetClaimWithFailingLines(grant, claim, count, List.of(failing));
    }

    /** A grant with an advance of one half and a payment of the rest after the course. */
    static Grant oneAdvance(Story story) {
        var ada = story.people.newApplicant();
        var company = story.applicants.registerOrganisation(ada);
        var training = training(story, registerCourse(story, ada, company, "20000.00"), 1, FEE);
        var grant = activeGrant(story, ada, company, training);
        story.financeStaff.fileAndVerifyPayee(grant, GOOD_ACCOUNT);
        story.financeStaff.passCoolingOffPeriod();
        claimAndPayAdvance(story, grant);
        story.passTimeBeyond(training.ends());
        claimFees(story, grant, training.lines(ENOUGH), 1);
        story.requireEqual(Money.hkd(9_000), story.pay(grant, 1), "the payable rest after the advance");
        return grant;
    }
}
