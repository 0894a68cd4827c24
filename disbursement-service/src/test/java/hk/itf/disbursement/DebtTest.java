package hk.itf.disbursement;

import static hk.itf.disbursement.TrainingGrants.GRANT;
import static hk.itf.disbursement.TrainingGrants.HALF;
import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.disbursement.Finance.Owed;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.calendar.FinancialYear;
import hk.itf.model.money.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Overdue debt of an organisation delays the new awards of that organisation only. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class DebtTest {

    /** The days until a debt is overdue, and the cool-off of bank details. */
    private static final Duration LONGEST_TEST = Duration.ofDays(45);

    @Inject
    Clock clock;

    @Inject
    EventLog log;

    @Inject
    Events events;

    @Inject
    TrainingGrants training;

    @AfterEach
    void theBooksAreCoherent() {
        Finance.requireCoherence();
    }

    /**
     * Starts a financial year if the present one ends before the debt of a test is overdue. An award waits in the queue of
     * the year of its approval, and only money for that year commits it.
     */
    @BeforeEach
    void keepWithinOneFinancialYear() {
        var today = TestClock.today();
        if (!FinancialYear.of(today).equals(FinancialYear.of(today.plusDays(LONGEST_TEST.toDays())))) {
            TestClock.advance(LONGEST_TEST);
        }
    }

    private Owed overdue(GrantStory story) {
        var owed = events.owing(story, HALF, Money.ZERO);
        TestClock.advance(Duration.ofDays(31));
        return owed;
    }

    private static String waitingFor(GrantStory story) {
        return Finance.read("/awards/" + story.grant).getString("waitingFor");
    }

    @Test
    void commitsAwardOfDebtorAfterSettlement() {
        var debtor = training.paidTo("330000111");
        var owed = overdue(debtor);
        var next = debtor.another(GRANT);
        var envelope = next.envelopeWith(Money.hkd(36_000));
        events.isApplied(next.approval());
        assertThat(waitingFor(next)).isEqualTo("DEBT");
        var other = GrantStory.inScheme(next.scheme, clock, GRANT);
        events.isApplied(other.approval());
        assertThat(log.of(other.grant)).containsExactly("award.committed");
        assertThat(Finance.read("/envelopes/" + envelope).getList("waiting")).isEmpty();

        owed.pay(Money.hkd(8_000), "FT-20");
        assertThat(waitingFor(next)).isEqualTo("DEBT");
        owed.pay(Money.hkd(1_000), "FT-21");
        next.awaitStatus("COMMITTED");
        assertThat(waitingFor(next)).isNull();
        assertThat(log.of(next.grant)).containsExactly("award.waiting", "award.committed");
    }

    @Test
    void commitsAwardAfterConfirmedSetOff() {
        var debtor = training.paidTo("330000113");
        var paying = debtor.another(Money.hkd(500)).agreed().due(1, Money.hkd(500));
        var owed = overdue(debtor);
        var next = debtor.another(GRANT);
        next.envelopeWith(GRANT);
        events.isApplied(next.approval());
        assertThat(waitingFor(next)).isEqualTo("DEBT");
        owed.setOff(paying.tranche(1), Money.hkd(500), "preparer").then().statusCode(201);
        assertThat(waitingFor(next)).isEqualTo("DEBT");
        owed.confirmSetOff("releaser").then().statusCode(200);
        next.awaitStatus("COMMITTED");
        assertThat(owed.outstanding()).isEqualTo("8500.00");
    }

    @Test
    void rejoinsQueueAtItsEndAfterSettlement() {
        var debtor = training.paidTo("330000114");
        var owed = overdue(debtor);
        var next = debtor.another(GRANT);
        next.envelopeWith(Money.hkd(1_000));
        events.isApplied(next.approval());
        var patient = GrantStory.inScheme(next.scheme, clock, GRANT);
        events.isApplied(patient.approval());
        owed.pay(HALF, "FT-22");
        Poll.until(() -> "FUNDS".equals(waitingFor(next)));
        assertThat(log.of(next.grant)).containsExactly("award.waiting", "award.waiting");
        next.envelopeWith(Money.hkd(17_000));
        patient.awaitStatus("COMMITTED");
        assertThat(waitingFor(next)).isEqualTo("FUNDS");
        next.envelopeWith(GRANT);
        next.awaitStatus("COMMITTED");
    }

    @Test
    void debtStopsAwardOnlyOnceOverdue() {
        var debtor = training.paidTo("330000115");
        events.owing(debtor, HALF, Money.ZERO);
        var funded = debtor.another(GRANT);
        funded.envelopeWith(GRANT);
        events.isApplied(funded.approval());
        assertThat(log.of(funded.grant)).containsExactly("award.committed");
        var next = debtor.another(GRANT);
        events.isApplied(next.approval()); // without funds
        assertThat(waitingFor(next)).isEqualTo("FUNDS");
        TestClock.advance(Duration.ofDays(31));
        next.envelopeWith(GRANT);
        assertThat(waitingFor(next)).isEqualTo("DEBT");
        next.withdraw();
        next.awaitStatus("VOIDED");
        assertThat(log.of(next.grant)).containsExactly("award.waiting", "award.waiting", "award.voided");
    }
}
