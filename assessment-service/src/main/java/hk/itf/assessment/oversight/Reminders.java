package hk.itf.assessment.oversight;

import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewCaseId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.Session;

/** The store of reminders of overdue clarifications. */
@ApplicationScoped
public class Reminders {

    private final Session entities;

    Reminders(Session entities) {
        this.entities = entities;
    }

    /** Adds a reminder; false when the case has a reminder of that day. */
    public boolean add(ReviewCaseId reviewCase, LocalDate on, PersonId by, Instant now) {
        return entities.createNativeMutationQuery("""
                                insert into clarification_reminder (case_id, reminded_on, reminded_by, reminded_at)
                                values (:case, :on, :by, :now) on conflict do nothing
                                """)
                        .setParameter("case", reviewCase.value())
                        .setParameter("on", on)
                        .setParameter("by", by.value())
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
    }
}
