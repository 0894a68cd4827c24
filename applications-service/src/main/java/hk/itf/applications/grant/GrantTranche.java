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

/** A tranche as the grantee sees it. disbursement-service owns tranches; this copy follows its events. */
@Entity
public class GrantTranche {

    /** The status of a tranche. */
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

    /** @param advanced the amount of its advances, which are tranches of their own */
    void plan(PlannedTranche planned, Money advanced) {
        number = planned.number();
        amountCents = planned.amount().minus(advanced).cents();
        fromDate = planned.period().from();
        toDate = planned.period().to();
        claimBy = planned.claimBy();
        advancePercent = advanced.isZero() ? planned.advancePercent() : null;
    }

    /** Splits an advance off as a tranche of its own. */
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

    /** Merges an unreleased advance back into this tranche. */
    void mergeAdvanceBack(Money amount) {
        amountCents = amount.cents();
    }

    public void accept(Money accepted) {
        acceptedCents = accepted.cents();
        if (accepted.isZero()) {
            status = Status.CANCELLED;
        }
    }

    /** Extends the claim deadline. */
    public void extendClaimDeadline(LocalDate day) {
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

    /** Whether the tranche is paid or cancelled. Only a bounce can change it afterwards. */
    public boolean isSettled() {
        return switch (status) {
            case PAID, CANCELLED -> true;
            case SCHEDULED, DUE, PREPARED, RELEASED -> false;
        };
    }

    public Optional<Money> accepted() {
        return Optional.ofNullable(acceptedCents).map(Money::ofCents);
    }

    /** The amount that can be claimed as an advance; empty when the rules allow none or an advance exists. */
    public Optional<Money> advanceable() {
        return Optional.ofNullable(advancePercent)
                .filter(percent -> status == Status.SCHEDULED)
                .map(percent -> amount().share(percent, 100));
    }

    public Optional<TrancheId> advanceOf() {
        return Optional.ofNullable(advanceOf).map(TrancheId::of);
    }

    /**
     * The payable amount known so far.
     *
     * @param advanced the amount of its advances, which the accepted amount includes
     */
    Money payable(Money advanced) {
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
