package hk.itf.infra.endtoend;

import hk.itf.infra.endtoend.story.Grant;
import hk.itf.infra.endtoend.story.ProjectAnswers;
import hk.itf.infra.endtoend.story.Story;
import hk.itf.model.money.Money;
import java.time.LocalDate;
import java.util.List;

/** A journey through the end of a financial year. It is the last journey, because it may move time by months. */
final class YearEnd {

    private static final String SCHEME = "trial-production";
    /** Project cost in HKD; the scheme pays half. */
    private static final String COST = "2000000.00";

    private static final Money AWARDED = Money.hkd(1_000_000);

    private YearEnd() {}

    static List<Journey> journeys() {
        return List.of(
                new Journey("A year ends: its free amount and its waiting award are carried over", YearEnd::carryOver));
    }

    private static void carryOver(Story story) {
        var waiting = approveUntilOneWaits(story);
        var old = story.fundControllers.envelope(SCHEME);
        var free = story.fundControllers.free(SCHEME);
        story.fundControllers.requestCarryOver(old).refused(409, "year-not-over");
        story.passTimeBeyond(lastDayOfYear(story.today()));

        var carryOver = story.fundControllers.proposeCarryOver(old);
        story.fundControllers
                .confirmCarryOver(story.people.controller, old, carryOver)
                .refused(409, "four-eyes");
        story.fundControllers
                .confirmCarryOver(story.people.secondController, old, carryOver)
                .expect(200);
        story.step(story.people.secondController, "confirms the carry-over", "to the envelope of the new year", free);
        story.requireEqual(free, story.fundControllers.free(SCHEME), "the free amount in the new year");
        story.requireEqual(
                "WAITING", story.financeStaff.award(waiting).text("status"), "the status of the waiting award");
        story.fundControllers.topUp(SCHEME, AWARDED.minus(free));
        story.requireEqual(
                AWARDED,
                story.financeStaff.awaitAward(waiting, "COMMITTED").money("committed"),
                "the committed amount of the waiting award");
        story.requireEqual(Money.ZERO, story.fundControllers.free(SCHEME), "the free amount after the commitment");
        var offer = waiting.awaitStatus("OFFERED");
        story.step(waiting.applicant(), "receives an offer", "in the new year", offer.money("awarded"));
    }

    /** Approves awards of a million each until one waits for money, and returns that grant. */
    private static Grant approveUntilOneWaits(Story story) {
        story.fundControllers.ensureFree(SCHEME, Money.hkd(10_000));
        while (true) {
            var fits = !AWARDED.exceeds(story.fundControllers.free(SCHEME));
            var grant = approvedGrant(story);
            if (!fits) {
                story.financeStaff.awaitAward(grant, "WAITING");
                story.step(grant.applicant(), "is approved and waits", "for funds");
                return grant;
            }
            story.financeStaff.awaitAward(grant, "COMMITTED");
            grant.awaitStatus("OFFERED");
            story.applicants.accept(grant); // an offer that lapses would return its amount during the year end
        }
    }

    private static Grant approvedGrant(Story story) {
        var ada = story.people.newApplicant();
        var company = story.applicants.registerOrganisation(ada);
        var grant = story.applicants.apply(ada, company, SCHEME, ProjectAnswers.trial(story.today(), 2, COST));
        story.vetters.confirmCompleteness(grant);
        story.vetters.confirmEligibility(grant);
        story.vetters.approve(grant);
        return grant;
    }

    private static LocalDate lastDayOfYear(LocalDate today) {
        var last = LocalDate.of(today.getYear(), 3, 31);
        return today.isAfter(last) ? last.plusYears(1) : last;
    }
}
