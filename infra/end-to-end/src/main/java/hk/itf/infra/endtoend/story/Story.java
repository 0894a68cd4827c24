package hk.itf.infra.endtoend.story;

import hk.itf.model.money.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A journey as it is told: who takes part, what each of them does through the public APIs, and what must come of it. */
public final class Story {

    public final Cast cast;
    public final Applicants applicants;
    public final Vetters vetters;
    public final Panels panels;
    public final Calls calls;
    public final Funds funds;
    public final Finance finance;
    public final Operators operators;
    private final Platform platform;
    private final Journal journal;

    public Story(Platform platform, Journal journal) {
        this.platform = platform;
        this.journal = journal;
        cast = new Cast(platform);
        applicants = new Applicants(cast, journal);
        vetters = new Vetters(cast, journal);
        panels = new Panels(platform, cast, journal);
        calls = new Calls(platform, cast, journal);
        funds = new Funds(platform, cast, journal);
        finance = new Finance(platform, cast, journal);
        operators = new Operators(cast, journal);
    }

    public void tells(Person actor, String action, String result) {
        journal.step(actor, action, result);
    }

    public void tells(Person actor, String action, String result, Money amount) {
        journal.step(actor, action, result, amount);
    }

    /** The first day of the month four months ago: one quarter has ended and can be claimed. */
    public LocalDate firstQuarterOver() {
        return platform.today().minusMonths(4).withDayOfMonth(1);
    }

    /** A post of which the first quarter can be claimed. */
    public Post post(int months, String salary) {
        return new Post(firstQuarterOver(), months, salary);
    }

    /** From a wish to a running grant. */
    public Grant activeGrant(Post post) {
        return activate(applicants.apply(post));
    }

    /** From a submitted application to a running grant. */
    public Grant activate(Grant grant) {
        funds.ensureEnough();
        vetters.recommendAndApprove(grant);
        var offer = grant.awaitStatus("OFFERED");
        tells(grant.applicant(), "is offered", "to be accepted by " + offer.text("acceptBy"), offer.money("awarded"));
        return applicants.accept(grant);
    }

    /** Bank details, a claim of the first quarter with this salary, its vetting, and a week for the payee to cool off. */
    public void claimFirstQuarter(Grant grant, String salary, String account, Integer... refused) {
        finance.agreePayee(grant, account);
        var claim = applicants.claim(grant, 1, salary, salary, salary);
        vetters.vetClaim(grant, claim, 3, List.of(refused));
        finance.coolOff();
    }

    public Money pay(Grant grant, int instalment) {
        var tranche = grant.tranche(instalment);
        finance.prepare(tranche);
        finance.release(tranche);
        return applicants.awaitPaid(grant, instalment);
    }

    public LocalDate today() {
        return platform.today();
    }

    /** Until the day after, in business time. */
    public void passTimeBeyond(LocalDate day) {
        platform.passTime(Duration.ofDays(Math.max(1, ChronoUnit.DAYS.between(platform.today(), day) + 1)));
    }

    public void mustBe(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            throw new JourneyFailed(what + " is " + actual + ", not " + expected);
        }
    }
}
