package hk.itf.infra.endtoend;

import static hk.itf.infra.local.Service.DISBURSEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hk.itf.infra.endtoend.story.Platform;
import hk.itf.infra.local.LocalPostgres;
import hk.itf.infra.local.LocalStack;
import hk.itf.infra.local.Service;
import java.sql.SQLException;
import java.time.Duration;

/** The state of the platform after a fault: everything is sent and applied, and money is where the books say. */
final class SteadyState {

    private SteadyState() {}

    /** Waits for the steady state. Fails when an event goes on waiting, a law is broken, or the bank has paid another amount. */
    static void require(LocalStack stack, TopicClient topics) {
        topics.awaitAllConsumed();
        for (var service : Service.values()) {
            assertThat(count(stack, service, "select count(*) from waiting_event"))
                    .as("waiting events of %s", service)
                    .isZero();
            assertThat(count(stack, service, "select count(*) from to_send"))
                    .as("unsent events of %s", service)
                    .isZero();
        }
        Books.requireCoherent(Platform.of(stack));
        await("the books equal the bank's ledger")
                .atMost(Duration.ofSeconds(30))
                .until(() -> Books.centsPaidByBankLedger(stack.state()) == paidByOurBooks(stack));
    }

    /** Like {@link Books#centsPaidByOurBooks}, for any number of awards. */
    private static long paidByOurBooks(LocalStack stack) {
        return count(
                        stack,
                        DISBURSEMENT,
                        "select coalesce(sum(paid_cents + owed_cents + recovered_cents), 0) from award")
                - count(
                        stack,
                        DISBURSEMENT,
                        "select coalesce(sum(amount_cents), 0) from recovery where how = 'SET_OFF' and status = 'CONFIRMED'");
    }

    /** The number that a query of a service's database returns. */
    static long count(LocalStack stack, Service service, String sql) {
        try (var connection = LocalPostgres.connect(stack.ports().postgres(), service.database());
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
