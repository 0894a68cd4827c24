package hk.itf.disbursement.receivable;

import hk.itf.model.id.ReceivableId;
import hk.itf.model.id.Uuids;
import hk.itf.model.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A reminder of the outstanding amount at one level of days overdue. A reminder never changes. */
@Entity
@Table(name = "receivable_reminder")
class Reminder {

    @Id
    private UUID id;

    @Column(name = "receivable_id")
    private UUID receivable;

    private int daysOverdue;

    private long outstandingCents;

    private Instant raisedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Reminder() {}

    Reminder(ReceivableId receivable, int daysOverdue, Money outstanding, Instant now) {
        this.id = Uuids.derived("reminder", receivable.toString(), Integer.toString(daysOverdue));
        this.receivable = receivable.value();
        this.daysOverdue = daysOverdue;
        this.outstandingCents = outstanding.cents();
        this.raisedAt = now;
    }

    ReceivableView.ReminderView view() {
        return new ReceivableView.ReminderView(daysOverdue, Money.ofCents(outstandingCents), raisedAt);
    }
}
