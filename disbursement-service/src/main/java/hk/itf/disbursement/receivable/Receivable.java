package hk.itf.disbursement.receivable;

import static hk.itf.model.NamedValue.value;

import hk.itf.infra.timeline.TrackedAggregate;
import hk.itf.model.DomainException;
import hk.itf.model.HasLifecycle;
import hk.itf.model.event.DisbursementEvent.ReceivableRaised;
import hk.itf.model.event.DisbursementEvent.ReceivableSettled;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReceivableId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.json.Json;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.LocalisedText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that a grantee owes back. A receivable names one tranche, even if its amount follows from all payments of the
 * award. It is open while an amount is outstanding. Recoveries, as cash or set-off, settle the amount in parts; each
 * needs four eyes. The debtor is reminded while the receivable is overdue. A receivable is cancelled when the payment
 * behind it bounces before any recovery. It is locked after its award.
 */
@Entity
public class Receivable extends TrackedAggregate implements HasLifecycle<ReceivableStatus> {

    /** Changes without a change of status. The constants are names on the timeline. */
    public enum Act {
        RAISE,
        WITHDRAW
    }

    @Id
    private UUID id;

    @Column(name = "grant_id")
    private UUID grant;

    private UUID organisation;

    @Column(name = "tranche_id")
    private UUID tranche;

    @Enumerated(EnumType.STRING)
    private RaiseReceivable.Cause cause;

    private String reason;

    private long raisedCents;

    private long outstandingCents;

    private LocalDate dueBy;

    @Enumerated(EnumType.STRING)
    private ReceivableStatus status;

    private int proposals;

    private Instant raisedAt;

    /** Later days are written by {@link Receivables#remindOn}, because a reminder keeps the entity version. */
    @Column(updatable = false)
    private @Nullable LocalDate remindOn;

    private record State(
            ReceivableStatus status,
            UUID organisation,
            UUID tranche,
            long raised,
            long outstanding,
            LocalDate dueBy,
            int proposals) {}

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Receivable() {}

    static Receivable raised(ReceivableRaised raised, RaiseReceivable.Cause cause, OrganisationId owner) {
        var receivable = new Receivable();
        receivable.id = raised.receivable().value();
        receivable.grant = raised.grant().value();
        receivable.organisation = owner.value();
        receivable.tranche = raised.tranche().value();
        receivable.cause = cause;
        receivable.reason = Json.write(raised.reason());
        receivable.raisedCents = raised.raised().cents();
        receivable.outstandingCents = raised.raised().cents();
        receivable.dueBy = raised.dueBy();
        receivable.status = ReceivableStatus.OPEN;
        receivable.raisedAt = raised.raisedAt();
        receivable.remindOn = raised.dueBy().plusDays(1);
        return receivable;
    }

    /**
     * Counts a proposed recovery. Returns its number.
     *
     * @throws DomainException {@code illegal-transition}, {@code exceeds-outstanding}
     */
    public int propose(Money amount) {
        status = ReceivableTransition.PROPOSE.apply(status);
        requireOutstanding(amount);
        proposals++;
        return proposals;
    }

    ReceivableSettled recover(Money amount, Recovery.Method how, PersonId actor, Instant now) {
        requireOutstanding(amount);
        var last = amount.equals(outstanding());
        status = (last ? ReceivableTransition.SETTLE : ReceivableTransition.RECOVER).apply(status);
        outstandingCents = outstanding().minus(amount).cents();
        return new ReceivableSettled(grant(), id(), actor, amount, outstanding(), how.name(), now);
    }

    /** Cancels the outstanding amount because the payment behind the receivable bounced. */
    ReceivableSettled cancel(Instant now) {
        status = ReceivableTransition.CANCEL.apply(status);
        var cancelled = outstanding();
        outstandingCents = 0;
        return new ReceivableSettled(grant(), id(), PersonId.SYSTEM, cancelled, outstanding(), "BOUNCE", now);
    }

    /** Reminds the debtor of the outstanding amount. No amount changes. */
    public Reminder remind(int daysOverdue, Instant now) {
        status = ReceivableTransition.REMIND.apply(status);
        return new Reminder(id(), daysOverdue, outstanding(), now);
    }

    /** The first day on which the receivable is overdue by at least the number of days, and by at least one. */
    public LocalDate firstDayOverdueBy(int days) {
        return dueBy.plusDays(Math.max(1, days));
    }

    /**
     * Whether the receivable is overdue by at least the number of days, and by at least one. The due date itself is in
     * time.
     */
    public boolean isOverdueBy(int days, LocalDate today) {
        return status == ReceivableStatus.OPEN && !firstDayOverdueBy(days).isAfter(today);
    }

    private void requireOutstanding(Money amount) {
        if (status == ReceivableStatus.OPEN && amount.exceeds(outstanding())) {
            throw DomainException.conflict(
                    "exceeds-outstanding", value("amount", amount), value("outstanding", outstanding()));
        }
    }

    public ReceivableId id() {
        return ReceivableId.of(id);
    }

    public GrantId grant() {
        return GrantId.of(grant);
    }

    /** The organisation that owes the receivable. */
    public OrganisationId organisation() {
        return OrganisationId.of(organisation);
    }

    TrancheId tranche() {
        return TrancheId.of(tranche);
    }

    LocalisedText reason() {
        return Json.read(reason, LocalisedText.class);
    }

    Money raised() {
        return Money.ofCents(raisedCents);
    }

    public Money outstanding() {
        return Money.ofCents(outstandingCents);
    }

    boolean hasCause(RaiseReceivable.Cause expected) {
        return cause == expected;
    }

    boolean isUntouched() {
        return status == ReceivableStatus.OPEN && outstandingCents == raisedCents;
    }

    LocalDate dueBy() {
        return dueBy;
    }

    @Override
    public ReceivableStatus status() {
        return status;
    }

    Instant raisedAt() {
        return raisedAt;
    }

    @Override
    protected GrantId grantId() {
        return grant();
    }

    @Override
    protected String subject() {
        return "receivable/" + id;
    }

    @Override
    protected Object state() {
        return new State(status, organisation, tranche, raisedCents, outstandingCents, dueBy, proposals);
    }
}
