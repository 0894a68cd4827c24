package hk.itf.disbursement.receivable;

import static hk.itf.disbursement.TrainingGrants.HALF;
import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.disbursement.Events;
import hk.itf.disbursement.Finance;
import hk.itf.disbursement.Finance.Owed;
import hk.itf.disbursement.Poll;
import hk.itf.disbursement.RolledBackStatements;
import hk.itf.disbursement.TrainingGrants;
import hk.itf.disbursement.debtor.RemindDebtor;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.id.ReceivableId;
import hk.itf.model.money.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reminders of overdue receivables, once per level. Receivables are due after 30 days. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class RemindersTest {

    @Inject
    Events events;

    @Inject
    TrainingGrants training;

    @Inject
    RemindDebtor remindDebtor;

    @Inject
    RolledBackStatements scratch;

    @AfterEach
    void theBooksAreCoherent() {
        Finance.requireCoherence();
    }

    @Test
    void remindsAtEachLevelUntilSettled() {
        var debtor = training.paidTo("350000111");
        var owed = events.owing(debtor, HALF, Money.ZERO);
        TestClock.advance(Duration.ofDays(30));
        sweep();
        assertThat(levels(owed)).isEmpty();
        var read = owed.etag();
        TestClock.advance(Duration.ofDays(1));
        awaitLevels(owed, 0);
        assertThat(owed.etag()).as("a reminder keeps the version").isEqualTo(read);
        owed.pay(Money.hkd(2_000), "FT-60");
        TestClock.advance(Duration.ofDays(28));
        sweep();
        assertThat(levels(owed)).containsExactly(0);
        TestClock.advance(Duration.ofDays(1));
        awaitLevels(owed, 0, 30);
        assertThat(owed.read().getList("reminders.outstanding.amount", String.class))
                .containsExactly("9000.00", "7000.00");
        assertThat(Finance.read("/grants/" + debtor.grant + "/timeline")
                        .getList("findAll { it.transition == 'REMIND' }.detail", String.class))
                .containsExactly(
                        "9,000.00 HKD outstanding, 0 days overdue", "7,000.00 HKD outstanding, 30 days overdue");
        owed.pay(Money.hkd(7_000), "FT-61");
        TestClock.advance(Duration.ofDays(60));
        sweep();
        assertThat(levels(owed)).containsExactly(0, 30);
    }

    @Test
    void remindsOnceOfHighestLevelReached() {
        var owed = overdue("350000112", 60);
        awaitLevels(owed, 60);
        sweep();
        assertThat(levels(owed)).containsExactly(60);
        assertThat(scratch.refusalOf("insert into receivable_reminder"
                        + " select gen_random_uuid(), receivable_id, days_overdue, outstanding_cents, raised_at"
                        + " from receivable_reminder where receivable_id = '" + owed.id() + "'"))
                .contains("reminded_once_per_level");
        assertThat(scratch.refusalOf("delete from receivable_reminder where receivable_id = '" + owed.id() + "'"))
                .contains("receivable_reminder is append-only");
    }

    @Test
    void remindsOnceDespiteParallelSweeps() throws Exception {
        var owed = overdue("350000114", 0);
        var receivable = ReceivableId.of(owed.id());
        var start = new CyclicBarrier(4);
        try (var pool = Executors.newFixedThreadPool(4)) {
            var swept = pool.invokeAll(Collections.<Callable<Boolean>>nCopies(4, () -> {
                start.await();
                remindDebtor.handle(receivable);
                return true;
            }));
            for (var each : swept) {
                assertThat(each.get()).isTrue();
            }
        }
        assertThat(levels(owed)).containsExactly(0);
    }

    private Owed overdue(String account, int days) {
        var owed = events.owing(training.paidTo(account), HALF, Money.ZERO);
        TestClock.advance(Duration.ofDays(30 + Math.max(1, days)));
        return owed;
    }

    /** Sends the reminders that a sweep would send now. */
    private void sweep() {
        remindDebtor.candidates(Optional.empty()).forEach(receivable -> remindDebtor.handle(receivable.id()));
    }

    private static void awaitLevels(Owed owed, Integer... levels) {
        Poll.until(() -> levels(owed).equals(List.of(levels)));
    }

    private static List<Integer> levels(Owed owed) {
        return owed.read().getList("reminders.daysOverdue", Integer.class);
    }
}
