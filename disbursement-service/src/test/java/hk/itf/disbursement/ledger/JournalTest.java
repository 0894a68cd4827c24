package hk.itf.disbursement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.infra.testkit.StackResource;
import hk.itf.model.calendar.FinancialYear;
import hk.itf.model.id.Uuids;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.SchemeId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transfers are written once and never changed. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class JournalTest {

    private static final Account.Envelope ENVELOPE =
            new Account.Envelope(SchemeId.of("journal-test"), new FinancialYear("2026-27"));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Inject
    Transfers transfers;

    @Inject
    BooksQueries books;

    @Inject
    AgroalDataSource database;

    @Test
    @TestTransaction // rolled back, so that the books of the other tests stay coherent
    void acceptsReplayAndRefusesOtherAmountForSameCause() {
        var topUp = Uuids.next();
        transfers.post(Transfer.topUp(topUp, ENVELOPE, Money.hkd(5), DAY));
        transfers.post(Transfer.topUp(topUp, ENVELOPE, Money.hkd(5), DAY));
        var balance = books.books().accounts().stream()
                .filter(account -> account.account().equals(ENVELOPE.key()))
                .map(BooksView.AccountView::balance)
                .toList();
        assertThat(balance).containsExactly(Money.hkd(5));
        var another = Transfer.topUp(topUp, ENVELOPE, Money.hkd(6), DAY);
        assertThatThrownBy(() -> transfers.post(another)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update transfer set amount_cents = amount_cents + 1",
                "delete from transfer",
                "truncate transfer"
            })
    void databaseRefusesChangesOfTransfers(String statement) {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    transfers.post(Transfer.topUp(Uuids.next(), ENVELOPE, Money.hkd(5), DAY));
                    execute(statement);
                }))
                .hasStackTraceContaining("transfer is append-only");
    }

    private void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
