package hk.itf.disbursement.receivable;

import hk.itf.disbursement.proposal.Proposal;
import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReceivableId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.id.Uuids;
import hk.itf.model.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recovery of a part of a receivable: cash on the account of the fund, or a set-off against a due tranche of the same
 * organisation. One person proposes; another confirms. The recovery can be withdrawn before the confirmation.
 */
@Entity
public class Recovery {

    /** The way the amount comes back. */
    public enum Method {
        CASH,
        SET_OFF
    }

    /**
     * The bank statement line of cash.
     *
     * @param reference reference of the bank for the incoming payment
     */
    record Cash(LocalDate valueDate, String reference) {}

    @Id
    private UUID id;

    @Version
    private int version;

    @Column(name = "receivable_id")
    private UUID receivable;

    private int number;

    @Enumerated(EnumType.STRING)
    private Method how;

    private long amountCents;

    private @Nullable LocalDate valueDate;

    private @Nullable String bankReference;

    @Column(name = "tranche_id")
    private @Nullable UUID tranche;

    @Embedded
    private Proposal proposal;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Recovery() {}

    private Recovery(Receivable receivable, Method how, Money amount, PersonId actor, Instant now) {
        this.id = Uuids.next();
        this.receivable = receivable.id().value();
        this.number = receivable.propose(amount);
        this.how = how;
        this.amountCents = amount.cents();
        this.proposal = Proposal.by(actor, now);
    }

    static Recovery cash(Receivable receivable, Money amount, Cash cash, PersonId actor, Instant now) {
        var recovery = new Recovery(receivable, Method.CASH, amount, actor, now);
        recovery.valueDate = cash.valueDate();
        recovery.bankReference = cash.reference();
        return recovery;
    }

    /**
     * Proposes a set-off against a tranche of the same organisation.
     *
     * @throws DomainException {@code illegal-transition}, {@code exceeds-outstanding}
     */
    public static Recovery ofSetOff(
            Receivable receivable, Money amount, TrancheId tranche, PersonId actor, Instant now) {
        var recovery = new Recovery(receivable, Method.SET_OFF, amount, actor, now);
        recovery.tranche = tranche.value();
        return recovery;
    }

    /** @throws DomainException {@code illegal-transition}, {@code four-eyes} */
    public void confirm(PersonId actor, Instant now) {
        proposal.confirm(actor, now);
    }

    /** @throws DomainException {@code illegal-transition}, {@code not-the-proposer} */
    void withdraw(String because, Actor actor, Instant now) {
        proposal.withdraw(because, actor, now);
    }

    public UUID id() {
        return id;
    }

    ReceivableId receivable() {
        return ReceivableId.of(receivable);
    }

    Method how() {
        return how;
    }

    public Money amount() {
        return Money.ofCents(amountCents);
    }

    /** The tranche of a set-off. */
    public TrancheId tranche() {
        return TrancheId.of(Objects.requireNonNull(tranche, "cash has no tranche"));
    }

    /** The bank reference of cash. */
    String bankReference() {
        return Objects.requireNonNull(bankReference, "a set-off has no bank reference");
    }

    ReceivableView.RecoveryView view() {
        return new ReceivableView.RecoveryView(
                id,
                number,
                how.name(),
                amount(),
                valueDate,
                bankReference,
                tranche == null ? null : TrancheId.of(tranche),
                proposal.view());
    }
}
