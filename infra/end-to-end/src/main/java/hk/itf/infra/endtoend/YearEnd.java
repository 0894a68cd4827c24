package hk.itf.infra.endtoend;

import hk.itf.infra.endtoend.story.Grant;
import hk.itf.infra.endtoend.story.Project;
import hk.itf.infra.endtoend.story.Story;
import hk.itf.model.money.Money;
import java.time.LocalDate;
import java.util.List;

/** The end of a financial year, with four eyes. It comes last: it may be months away. */
final class YearEnd {

    private static final String SCHEME = "trial-production";
    /** Half of it is granted. */
    private static final String COST = "2000000.00";

    private static final Money GRANTED = Money.hkd(1_000_000);

    private YearEnd() {}

    static List<Journey> journeys() {
        return List.of(new Journey("A year ends: what is free and who waits go on to the next", YearEnd::carryOver));
    }

    private static void carryOver(Story story) {
        var waiting = firstToWait(story);
        var old = story.funds.envelope(SCHEME);
        var free = story.funds.free(SCHEME);
        story.funds.tryToCarryOver(old).refused(409, "year-not-over");
        story.passTimeBeyond(lastDayOfYear(story.today()));

        var carryOver = story.funds.proposeCarryOver(old);
        story.funds.confirmCarryOver(story.cast.controller, old, carryOver).refused(409, "four-eyes");
        story.funds
                .confirmCarryOver(story.cast.secondController, old, carryOver)
                .expect(200);
        story.tells(story.cast.secondController, "confirms the end of the year", "carried over", free);
        story.mustBe(free, story.funds.free(SCHEME), "what is free in the new year");
        story.mustBe("WAITING", story.finance.award(waiting).text("status"), "who waits, and goes on waiting");
        story.funds.topUp(SCHEME, GRANTED.minus(free));
        story.mustBe(GRANTED, story.finance.awaitAward(waiting, "COMMITTED").money("committed"), "what was waited for");
        story.mustBe(Money.ZERO, story.funds.free(SCHEME), "what is left of both years");
        var offer = waiting.awaitStatus("OFFERED");
        story.tells(waiting.applicant(), "is offered", "in the new year", offer.money("awarded"));
    }

    /** Companies are granted a million each, until one has to wait. */
    private static Grant firstToWait(Story story) {
        story.funds.ensure(SCHEME, Money.hkd(10_000));
        while (true) {
            var fits = !GRANTED.exceeds(story.funds.free(SCHEME));
            var grant = approved(story);
            if (!fits) {
                story.finance.awaitAward(grant, "WAITING");
                story.tells(grant.applicant(), "is approved, and waits", "for funds");
                return grant;
            }
            story.finance.awaitAward(grant, "COMMITTED");
        }
    }

    private static Grant approved(Story story) {
        var ada = story.cast.applicant();
        var company = story.applicants.registerOrganisation(ada);
        var grant = story.applicants.apply(ada, company, SCHEME, Project.trial(story.today(), 2, COST));
        story.vetters.findComplete(grant);
        story.vetters.confirmEligibility(grant);
        story.vetters.approve(grant);
        return grant;
    }

    private static LocalDate lastDayOfYear(LocalDate today) {
        var last = LocalDate.of(today.getYear(), 3, 31);
        return today.isAfter(last) ? last.plusYears(1) : last;
    }
}
