package hk.itf.disbursement;

import static hk.itf.disbursement.TrainingGrants.GRANT;
import static hk.itf.disbursement.TrainingGrants.HALF;
import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.clock.HongKong;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.money.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Debtors and their amounts on any day, by the books of that day. Receivables are due after 30 days. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class DebtorsTest {

    @Inject
    Clock clock;

    @Inject
    Events events;

    @Inject
    TrainingGrants training;

    @AfterEach
    void theBooksAreCoherent() {
        Finance.requireCoherence();
    }

    @Test
    void movesDebtThroughAgeBandsDayByDay() {
        var debtor = training.paidTo("340000111");
        events.owing(debtor, HALF, Money.hkd(4_000));
        var raised = today();
        isAged(debtor, raised, "5000.00", "0.00", "0.00", "0.00", "0.00");
        isAged(debtor, passed(raised, 30), "5000.00", "0.00", "0.00", "0.00", "0.00");
        isAged(debtor, passed(raised, 31), "0.00", "5000.00", "0.00", "0.00", "0.00");
        isAged(debtor, passed(raised, 60), "0.00", "5000.00", "0.00", "0.00", "0.00");
        isAged(debtor, passed(raised, 61), "0.00", "0.00", "5000.00", "0.00", "0.00");
        isAged(debtor, passed(raised, 91), "0.00", "0.00", "0.00", "5000.00", "0.00");
        isAged(debtor, passed(raised, 120), "0.00", "0.00", "0.00", "5000.00", "0.00");
        isAged(debtor, passed(raised, 121), "0.00", "0.00", "0.00", "0.00", "5000.00");
        assertThat(debtor(debtor, passed(raised, 121)).getInt("receivables[0].daysOverdue"))
                .isEqualTo(91);
    }

    @Test
    void showsPastDayByItsBooks() {
        var debtor = training.paidTo("340000112");
        var first = events.owing(debtor, HALF, Money.ZERO);
        var raised = today();
        passed(raised, 10);
        first.pay(Money.hkd(2_000), "FT-50");
        var second = events.owing(debtor.another(GRANT).agreed(), HALF, Money.hkd(8_000));
        passed(raised, 45);
        first.pay(Money.hkd(7_000), "FT-51");

        assertThat(owed(debtor, raised.minusDays(1))).isNull();
        assertThat(owed(debtor, raised)).isEqualTo("9000.00");
        assertThat(owed(debtor, raised.plusDays(9))).isEqualTo("9000.00");
        assertThat(owed(debtor, raised.plusDays(10))).isEqualTo("8000.00");
        isAged(debtor, raised.plusDays(44), "0.00", "8000.00", "0.00", "0.00", "0.00");
        var then = debtor(debtor, raised.plusDays(35));
        assertThat(then.getList("receivables.id", String.class)).containsExactly(first.id(), second.id());
        assertThat(then.getList("receivables.outstanding.amount", String.class)).containsExactly("7000.00", "1000.00");
        assertThat(then.getList("receivables.daysOverdue", Integer.class)).containsExactly(5, 0);
        var now = debtor(debtor, today());
        assertThat(now.getList("receivables.id", String.class)).containsExactly(second.id());
        assertThat(now.getString("receivables[0].dueBy"))
                .isEqualTo(second.read().getString("dueBy"));
        assertThat(now.getString("total.amount")).isEqualTo("1000.00");
    }

    @Test
    void showsCancelledReceivableUntilItsCancellation() {
        var debtor = training.paidTo("340000906");
        events.owing(debtor, HALF, Money.hkd(4_000));
        var raised = today();
        passed(raised, 5);
        TrainingGrants.dueNext(debtor, Money.hkd(10)).payOut(1); // only now does the bank send the advance back
        debtor.awaitTranche(debtor.advance(1), "DUE");
        assertThat(owed(debtor, raised.plusDays(4))).isEqualTo("5000.00");
        assertThat(owed(debtor, today())).isNull();
    }

    @Test
    void continuesWithNextPage() {
        events.owing(training.paidTo("340000113"), HALF, Money.ZERO);
        events.owing(training.paidTo("340000114"), HALF, Money.ZERO);
        var first = Finance.read("/debtors?size=1");
        var second = Finance.read("/debtors?size=1&cursor=" + first.getString("next"));
        assertThat(first.getString("items[0].owner")).isLessThan(second.getString("items[0].owner"));
        assertThat(Finance.read("/debtors?size=2").getList("items.owner", String.class))
                .containsExactly(first.getString("items[0].owner"), second.getString("items[0].owner"));
    }

    private LocalDate today() {
        return HongKong.dayOf(clock.instant());
    }

    /** Moves business time to the day that follows another by a number of days. */
    private LocalDate passed(LocalDate from, int days) {
        var day = from.plusDays(days);
        TestClock.advance(Duration.ofDays(Math.max(0, day.toEpochDay() - today().toEpochDay())));
        return day;
    }

    private static void isAged(GrantStory story, LocalDate day, String... amounts) {
        var debtor = debtor(story, day);
        assertThat(new String[] {
                    debtor.getString("notYetDue.amount"),
                    debtor.getString("days1To30.amount"),
                    debtor.getString("days31To60.amount"),
                    debtor.getString("days61To90.amount"),
                    debtor.getString("over90Days.amount")
                })
                .as("%s", day)
                .isEqualTo(amounts);
    }

    private static @Nullable String owed(GrantStory story, LocalDate day) {
        return debtor(story, day).getString("total.amount");
    }

    private static JsonPath debtor(GrantStory story, LocalDate day) {
        return Finance.read("/debtors?size=100&asOf=" + day)
                .setRootPath("items.find { it.owner == '" + story.organisation + "' }");
    }
}
