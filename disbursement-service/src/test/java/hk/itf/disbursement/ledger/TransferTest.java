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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Transfers: the accounts of each reason, and ids derived from the cause. */
class TransferTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Account.Envelope ENVELOPE =
            new Account.Envelope(SchemeId.of("rth"), new FinancialYear("2026-27"));

    @Test
    void derivesIdFromReasonAndCause() {
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
    void recoversInTwoTransfersOfOneCause() {
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
    void cancelledReceivableReturnsToPaid() {
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
    void refusesAmountsUpToZero() {
        var grant = GrantId.next();
        for (var amount : new Money[] {Money.ZERO, Money.ofCents(-1)}) {
            assertThatThrownBy(() -> Transfer.commit(grant, 1, ENVELOPE, amount, DAY))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void movesMoneyBetweenTheAccountsOfItsReason() {
        var grant = GrantId.next();
        var attempt = AttemptId.of(TrancheId.next(), 1);
        var receivable = ReceivableId.of(TrancheId.next(), "a test");
        var id = UUID.randomUUID();
        var recovered = new Account.Recovered(SchemeId.of("rth"), new FinancialYear("2026-27"));
        var nextYear = new Account.Envelope(SchemeId.of("rth"), new FinancialYear("2027-28"));
        var amount = Money.hkd(1);
        moves(Transfer.topUp(id, ENVELOPE, amount, DAY), "appropriation", "envelope:rth:2026-27");
        moves(Transfer.carryOver(id, ENVELOPE, nextYear, amount, DAY), "envelope:rth:2026-27", "envelope:rth:2027-28");
        moves(Transfer.commit(grant, 1, ENVELOPE, amount, DAY), "envelope:rth:2026-27", "committed:" + grant);
        moves(Transfer.release(attempt, grant, amount, DAY), "committed:" + grant, "clearing:" + grant);
        moves(Transfer.booked(attempt, grant, amount, DAY), "clearing:" + grant, "paid:" + grant);
        moves(Transfer.bounce(attempt, grant, amount, false, DAY), "clearing:" + grant, "committed:" + grant);
        moves(Transfer.bounce(attempt, grant, amount, true, DAY), "paid:" + grant, "committed:" + grant);
        moves(Transfer.setOff(id, grant, amount, DAY), "committed:" + grant, "paid:" + grant);
        moves(Transfer.raise(receivable, grant, amount, DAY), "paid:" + grant, "receivable:" + grant);
        moves(Transfer.cancelReceivable(receivable, grant, amount, DAY), "receivable:" + grant, "paid:" + grant);
        moves(Transfer.recover(id, grant, recovered, amount, DAY), "receivable:" + grant, "recovered:rth:2026-27");
        moves(
                Transfer.returnToEnvelope(id, grant, recovered, ENVELOPE, amount, DAY),
                "recovered:rth:2026-27",
                "envelope:rth:2026-27");
        moves(
                Transfer.decommitForVersion(grant, 2, ENVELOPE, amount, DAY),
                "committed:" + grant,
                "envelope:rth:2026-27");
        moves(Transfer.decommitForVoid(grant, ENVELOPE, amount, DAY), "committed:" + grant, "envelope:rth:2026-27");
        moves(
                Transfer.decommitForClosing(grant, 1, ENVELOPE, amount, DAY),
                "committed:" + grant,
                "envelope:rth:2026-27");
    }

    @Test
    void numbersVersionsAndClosingsOfOneGrant() {
        var grant = GrantId.next();
        var amount = Money.hkd(1);
        var ids = Stream.of(
                        Transfer.decommitForVersion(grant, 2, ENVELOPE, amount, DAY),
                        Transfer.decommitForVersion(grant, 3, ENVELOPE, amount, DAY),
                        Transfer.decommitForVoid(grant, ENVELOPE, amount, DAY),
                        Transfer.decommitForClosing(grant, 1, ENVELOPE, amount, DAY),
                        Transfer.decommitForClosing(grant, 2, ENVELOPE, amount, DAY))
                .map(Transfer::id)
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    private static void moves(Transfer transfer, String debit, String credit) {
        assertThat(transfer.debit().key()).as(transfer.reason().name()).isEqualTo(debit);
        assertThat(transfer.credit().key()).as(transfer.reason().name()).isEqualTo(credit);
    }

    @Test
    void namesEnvelopeBySchemeAndYear() {
        assertThat(ENVELOPE.key()).isEqualTo("envelope:rth:2026-27");
    }
}
