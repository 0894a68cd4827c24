package hk.itf.infra.endtoend.story;

import hk.itf.model.money.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Everything a journey uses: its people, what they do through the public APIs, and the checks of the answers. */
public final class Story {

    public final People people;
    public final Applicants applicants;
    public final Vetters vetters;
    public final Panels panels;
    public final SchemeAdministrators schemeAdministrators;
    public final FundControllers fundControllers;
    public final FinanceStaff financeStaff;
    public final Operators operators;
    private final Platform platform;
    private final StepLog steps;

    public Story(Platform platform, StepLog steps) {
        this.platform = platform;
        this.steps = steps;
        people = new People(platform);
        applicants = new Applicants(people, steps);
        vetters = new Vetters(people, steps);
        panels = new Panels(platform, people, steps);
        schemeAdministrators = new SchemeAdministrators(platform, people, steps);
        fundControllers = new FundControllers(platform, people, steps);
        financeStaff = new FinanceStaff(platform, people, steps);
        operators = new Operators(people, steps);
    }

    public void step(Person actor, String action, String result) {
        steps.add(actor, action, result);
    }

    public void step(Person actor, String action, String result, Money amount) {
        steps.add(actor, action, result, amount);
    }

    /** The first day of the month four months ago. The first quarter of a post that starts then can be claimed. */
    public LocalDate startOfClaimablePost() {
        return platform.today().minusMonths(4).withDayOfMonth(1);
    }

    /** A research post whose first quarter can be claimed. */
    public Post post(int months, String salary) {
        return new Post(startOfClaimablePost(), months, salary);
    }

    /** Applies for the post and takes the grant to the accepted offer. */
    public Grant activeGrant(Post post) {
        return activate(applicants.apply(post));
    }

    /** Takes a submitted application to the accepted offer. */
    public Grant activate(Grant grant) {
        fundControllers.ensureEnough();
        vetters.vetAndApprove(grant);
        var offer = grant.awaitStatus("OFFERED");
        step(
                grant.applicant(),
                "receives an offer",
                "to be accepted by " + offer.text("acceptBy"),
                offer.money("awarded"));
        return applicants.accept(grant);
    }

    /**
     * Files bank details, claims the first quarter, vets the claim and passes the cooling-off period.
     *
     * @param salary paid in each of the three months
     * @param refused numbers of the claim lines that vetting refuses
     */
    public void claimFirstQuarter(Grant grant, String salary, String account, Integer... refused) {
        financeStaff.fileAndVerifyPayee(grant, account);
        var claim = applicants.claim(grant, 1, salary, salary, salary);
        vetters.vetClaim(grant, claim, 3, List.of(refused));
        financeStaff.passCoolingOffPeriod();
    }

    /** Prepares and releases a tranche, and returns the amount that the bank booked. */
    public Money pay(Grant grant, int number) {
        var tranche = grant.tranche(number);
        financeStaff.prepare(tranche);
        financeStaff.release(tranche);
        return applicants.awaitPaid(grant, number);
    }

    public LocalDate today() {
        return platform.today();
    }

    /** Moves business time to the day after the given day, and at least one day forward. */
    public void passTimeBeyond(LocalDate day) {
        platform.passTime(Duration.ofDays(Math.max(1, ChronoUnit.DAYS.between(platform.today(), day) + 1)));
    }

    /** @param what the name of the value, for the message */
    public void requireEqual(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            throw new JourneyFailed("The value of %s is %s instead of %s".formatted(what, actual, expected));
        }
    }
}
