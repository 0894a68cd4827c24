package hk.itf.applications.grant;

import hk.itf.model.id.GrantId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.value.DateRange;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An instalment as the grantee sees it. disbursement-service owns the real one; this follows its events. */
@Entity
public class GrantTranche {

    /** Where the instalment stands. */
    public enum Status {
        SCHEDULED,
        DUE,
        PREPARED,
        RELEASED,
        PAID,
        CANCELLED
    }

    @Id
    private UUID id;

    @Version
    private int version;

    private UUID applicationId;

    private int number;

    private long amountCents;

    private LocalDate fromDate;

    private LocalDate toDate;

    private LocalDate claimBy;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable Long acceptedCents;

    private long paidCents;

    private @Nullable Integer advancePercent;

    private @Nullable UUID advanceOf;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected GrantTranche() {}

    static GrantTranche follow(GrantId application, PlannedTranche planned) {
        var tranche = new GrantTranche();
        tranche.id = planned.id().value();
        tranche.applicationId = application.value();
        tranche.status = Status.SCHEDULED;
        tranche.plan(planned, Money.ZERO);
        return tranche;
    }

    /** @param advanced what is paid of it in advance, as an instalment of its own */
    void plan(PlannedTranche planned, Money advanced) {
        number = planned.number();
        amountCents = planned.amount().minus(advanced).cents();
        fromDate = planned.period().from();
        toDate = planned.period().to();
        claimBy = planned.claimBy();
        advancePercent = advanced.isZero() ? planned.advancePercent() : null;
    }

    /** A part is paid in advance, as an instalment of its own. */
    GrantTranche splitAdvance(TrancheId advance, Money advanced, Money rest) {
        var part = new GrantTranche();
        part.id = advance.value();
        part.applicationId = applicationId;
        part.number = number;
        part.status = Status.SCHEDULED;
        part.amountCents = advanced.cents();
        part.fromDate = fromDate;
        part.toDate = toDate;
        part.claimBy = claimBy;
        part.advanceOf = id;
        amountCents = rest.cents();
        advancePercent = null;
        return part;
    }

    /** The advance was never released and is part of this again. */
    void merge(Money amount) {
        amountCents = amount.cents();
    }

    public void accept(Money accepted) {
        acceptedCents = accepted.cents();
        if (accepted.isZero()) {
            status = Status.CANCELLED;
        }
    }

    /** Its claims may be filed for longer. */
    public void claimUntil(LocalDate day) {
        claimBy = day;
    }

    public void move(Status next) {
        status = next;
    }

    public void paid(Money paid) {
        status = Status.PAID;
        paidCents = paid.cents();
    }

    public void bounced() {
        status = Status.DUE;
        paidCents = 0;
    }

    public void cancel() {
        status = Status.CANCELLED;
    }

    public TrancheId id() {
        return TrancheId.of(id);
    }

    public GrantId application() {
        return GrantId.of(applicationId);
    }

    public int number() {
        return number;
    }

    public Money amount() {
        return Money.ofCents(amountCents);
    }

    public DateRange period() {
        return new DateRange(fromDate, toDate);
    }

    public LocalDate claimBy() {
        return claimBy;
    }

    public Status status() {
        return status;
    }

    /** Nothing more happens to it, unless a payment comes back. */
    public boolean isSettled() {
        return switch (status) {
            case PAID, CANCELLED -> true;
            case SCHEDULED, DUE, PREPARED, RELEASED -> false;
        };
    }

    public Optional<Money> accepted() {
        return Optional.ofNullable(acceptedCents).map(Money::ofCents);
    }

    /** What may be asked for in advance; empty when nothing may, or it was. */
    public Optional<Money> advanceable() {
        return Optional.ofNullable(advancePercent)
                .filter(percent -> status == Status.SCHEDULED)
                .map(percent -> amount().share(percent, 100));
    }

    public Optional<TrancheId> advanceOf() {
        return Optional.ofNullable(advanceOf).map(TrancheId::of);
    }

    /**
     * What is paid of it or will be, as far as is known.
     *
     * @param advanced of what its claim was accepted for, what is paid in advance as an instalment of its own
     */
    Money comesTo(Money advanced) {
        return switch (status) {
            case CANCELLED -> Money.ZERO;
            case PAID -> paid();
            case SCHEDULED, DUE, PREPARED, RELEASED ->
                accepted()
                        .map(whole -> whole.minus(advanced).max(Money.ZERO).min(amount()))
                        .orElse(amount());
        };
    }

    public Money paid() {
        return Money.ofCents(paidCents);
    }
}
