package hk.itf.disbursement.envelope;

import hk.itf.disbursement.ledger.Account;
import hk.itf.disbursement.ledger.FinancialYear;
import hk.itf.model.id.EnvelopeId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.SchemeId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/**
 * The money of one scheme in one financial year. It comes to be empty, with the first approval or the first top-up of
 * its year; confirmed top-ups add to it, awards commit from it and give back to it, and what grantees owed and paid back is
 * recovered to it. Never more is committed than was appropriated and recovered. What an award has committed stays
 * committed when money comes back: it is promised anew from what was recovered, in whichever year that was. Its row is locked by whoever changes it, so nobody overtakes in its queue.
 */
@Entity
@Table(name = "envelope")
public class Envelope {

    @Id
    private UUID id;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @Column(name = "scheme", nullable = false)
    private String scheme;

    @Column(name = "financial_year", nullable = false)
    private String financialYear;

    @Column(name = "appropriated_cents", nullable = false)
    private long appropriatedCents;

    @Column(name = "committed_cents", nullable = false)
    private long committedCents;

    @Column(name = "recovered_cents", nullable = false)
    private long recoveredCents;

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
            throw new IllegalStateException("envelope " + id + " has less free than is to be committed");
        }
        committedCents = committed().plus(amount).cents();
    }

    public void decommit(Money amount) {
        if (positive(amount).exceeds(committed())) {
            throw new IllegalStateException("envelope " + id + " has less committed than is to be given back");
        }
        committedCents = committed().minus(amount).cents();
    }

    public void recover(Money amount) {
        recoveredCents = recovered().plus(positive(amount)).cents();
    }

    public EnvelopeId id() {
        return EnvelopeId.of(id);
    }

    public Account.Envelope account() {
        return new Account.Envelope(scheme(), year());
    }

    /** Where money rests for a moment on its way back to this envelope. */
    public Account.Recovered recoveryAccount() {
        return new Account.Recovered(scheme(), year());
    }

    public Money free() {
        return appropriated().plus(recovered()).minus(committed());
    }

    Money appropriated() {
        return Money.ofCents(appropriatedCents);
    }

    Money committed() {
        return Money.ofCents(committedCents);
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
            throw new IllegalArgumentException("an amount that moves is positive");
        }
        return amount;
    }
}
