package hk.itf.disbursement.envelope;

import hk.itf.disbursement.ledger.Account;
import hk.itf.model.calendar.FinancialYear;
import hk.itf.model.id.EnvelopeId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.SchemeId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/**
 * The money of one scheme in one financial year. The first approval or the first top-up of the year creates the
 * envelope, empty. Top-ups add money and awards commit from it. Decommitted and recovered money returns to the envelope
 * of the year in which it returns. A carry-over moves the free amount of an ended year to the open year. Every counter
 * (cents) only grows and equals the transfers of the ledger:
 *
 * <pre>
 * free = appropriated + recovered + decommitted + carried in - committed - carried out, never below 0.00
 * </pre>
 *
 * <p>Every change locks the row, so that no award overtakes another in the queue.
 */
@Entity
public class Envelope {

    @Id
    private UUID id;

    @Version
    private int version;

    private String scheme;

    private String financialYear;

    private long appropriatedCents;

    private long committedCents;

    private long decommittedCents;

    private long recoveredCents;

    private long carriedInCents;

    private long carriedOutCents;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Envelope() {}

    Envelope(EnvelopeId id, SchemeId scheme, FinancialYear year) {
        this.id = id.value();
        this.scheme = scheme.value();
        this.financialYear = year.label();
    }

    void appropriate(Money amount) {
        appropriatedCents = appropriated().plus(positive(amount)).cents();
    }

    public void commit(Money amount) {
        if (positive(amount).exceeds(free())) {
            throw new IllegalStateException("envelope " + id + " has less free than the amount to commit");
        }
        committedCents = committed().plus(amount).cents();
    }

    /** Returns money that an award had committed, in this year or an earlier one. */
    public void decommit(Money amount) {
        decommittedCents = decommitted().plus(positive(amount)).cents();
    }

    public void recover(Money amount) {
        recoveredCents = recovered().plus(positive(amount)).cents();
    }

    /** Moves the free amount to the envelope of the open year. Returns the moved amount. */
    Money carryOverTo(Envelope open) {
        if (!scheme.equals(open.scheme) || !year().isBefore(open.year())) {
            throw new IllegalStateException("envelope " + id + " cannot be carried over to envelope " + open.id);
        }
        var carried = free();
        carriedOutCents = carriedOut().plus(carried).cents();
        open.carriedInCents = open.carriedIn().plus(carried).cents();
        return carried;
    }

    public EnvelopeId id() {
        return EnvelopeId.of(id);
    }

    public Account.Envelope account() {
        return new Account.Envelope(scheme(), year());
    }

    /** The ledger account that recovered money passes on its way to this envelope. */
    public Account.Recovered recoveryAccount() {
        return new Account.Recovered(scheme(), year());
    }

    public Money free() {
        return appropriated()
                .plus(recovered())
                .plus(decommitted())
                .plus(carriedIn())
                .minus(committed())
                .minus(carriedOut());
    }

    Money appropriated() {
        return Money.ofCents(appropriatedCents);
    }

    Money committed() {
        return Money.ofCents(committedCents);
    }

    Money decommitted() {
        return Money.ofCents(decommittedCents);
    }

    Money carriedIn() {
        return Money.ofCents(carriedInCents);
    }

    Money carriedOut() {
        return Money.ofCents(carriedOutCents);
    }

    Money recovered() {
        return Money.ofCents(recoveredCents);
    }

    SchemeId scheme() {
        return SchemeId.of(scheme);
    }

    FinancialYear year() {
        return new FinancialYear(financialYear);
    }

    int version() {
        return version;
    }

    private static Money positive(Money amount) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("an amount to move must be more than 0.00");
        }
        return amount;
    }
}
