package hk.itf.disbursement.receivable;

import hk.itf.model.id.ReceivableId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Stores reminders. They are added under the lock of their receivable and never change. */
@ApplicationScoped
public class Reminders implements PanacheRepositoryBase<Reminder, UUID> {

    public void add(Reminder reminder) {
        persist(reminder);
    }

    /** Whether a reminder of this level or a higher one was raised. */
    public boolean hasReminder(ReceivableId receivable, int daysOverdue) {
        return count("receivable = ?1 and daysOverdue >= ?2", receivable.value(), daysOverdue) > 0;
    }
}
