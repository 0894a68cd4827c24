package hk.itf.disbursement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.model.calendar.FinancialYear;
import hk.itf.model.id.AttemptId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.ReceivableId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.SchemeId;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a transfer is. */
class TransferTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Account.Envelope ENVELOPE =
            new Account.Envelope(SchemeId.of("rth"), new FinancialYear("2026-27"));

    @Test
    void aReplayIsTheSameTransferAndARetryIsAnother() {
        var grant = GrantId.next();
        var tranche = TrancheId.next();
        var first = Transfer.release(AttemptId.of(tranche, 1), grant, Money.hkd(1), DAY);
        assertThat(Transfer.release(AttemptId.of(tranche, 1), grant, Money.hkd(1), DAY.plusDays(1))
                        .id())
                .isEqualTo(first.id());
        assertThat(Transfer.release(AttemptId.of(tranche, 2), grant, Money.hkd(1), DAY)
                        .id())
                .isNotEqualTo(first.id());
        assertThat(Transfer.booked(AttemptId.of(tranche, 1), grant, Money.hkd(1), DAY)
                        .id())
                .isNotEqualTo(first.id());
    }

    @Test
    void whatComesBackMovesInTwoStepsUnderOneCause() {
        var grant = GrantId.next();
        var recovery = UUID.randomUUID();
        var transit = new Account.Recovered(SchemeId.of("rth"), new FinancialYear("2026-27"));
        var in = Transfer.recover(recovery, grant, transit, Money.hkd(1), DAY);
        var on = Transfer.returnToEnvelope(recovery, grant, transit, ENVELOPE, Money.hkd(1), DAY);
        assertThat(in.debit().key()).isEqualTo("receivable:" + grant);
        assertThat(in.credit()).isEqualTo(on.debit());
        assertThat(on.credit()).isEqualTo(ENVELOPE);
        assertThat(in.cause()).isEqualTo(on.cause());
        assertThat(in.id()).isNotEqualTo(on.id());
        assertThat(Transfer.recover(recovery, grant, transit, Money.hkd(1), DAY.plusDays(1))
                        .id())
                .isEqualTo(in.id());
    }

    @Test
    void whatIsOwedLeavesPaidAndMayGoBack() {
        var grant = GrantId.next();
        var receivable = ReceivableId.of(TrancheId.next(), "a test");
        var raised = Transfer.raise(receivable, grant, Money.hkd(1), DAY);
        var undone = Transfer.cancelReceivable(receivable, grant, Money.hkd(1), DAY);
        assertThat(raised.debit().key()).isEqualTo("paid:" + grant);
        assertThat(raised.credit().key()).isEqualTo("receivable:" + grant);
        assertThat(undone.debit()).isEqualTo(raised.credit());
        assertThat(undone.credit()).isEqualTo(raised.debit());
        assertThat(undone.id()).isNotEqualTo(raised.id());
    }

    @Test
    void aTransferMovesMoney() {
        var grant = GrantId.next();
        for (var amount : new Money[] {Money.ZERO, Money.ofCents(-1)}) {
            assertThatThrownBy(() -> Transfer.commit(grant, 1, ENVELOPE, amount, DAY))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void namesEnvelopeBySchemeAndYear() {
        assertThat(ENVELOPE.key()).isEqualTo("envelope:rth:2026-27");
    }
}
