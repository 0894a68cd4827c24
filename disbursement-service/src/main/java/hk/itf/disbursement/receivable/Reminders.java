package hk.itf.disbursement.receivable;

import hk.itf.model.id.ReceivableId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
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

    /** Receivables that have reached a level and have no reminder of it, earliest due date first. */
    public List<ReceivableId> candidates(int daysOverdue, LocalDate today, int limit) {
        return getEntityManager()
                .createQuery("""
                        select r.id from Receivable r
                        where r.status = :open and r.dueBy < :today and r.dueBy <= :latest and not exists (
                          select 1 from Reminder m where m.receivable = r.id and m.daysOverdue >= :level)
                        order by r.dueBy, r.id
                        """, UUID.class)
                .setParameter("open", ReceivableStatus.OPEN)
                .setParameter("today", today)
                .setParameter("latest", today.minusDays(daysOverdue))
                .setParameter("level", daysOverdue)
                .setMaxResults(limit)
                .getResultStream()
                .map(ReceivableId::of)
                .toList();
    }
}
