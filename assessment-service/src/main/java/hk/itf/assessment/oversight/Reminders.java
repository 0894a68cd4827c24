package hk.itf.assessment.oversight;

import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewCaseId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.Session;

/** Reminders of questions that are overdue. */
@ApplicationScoped
public class Reminders {

    private final Session entities;

    Reminders(Session entities) {
        this.entities = entities;
    }

    /** @return false when there is one of that day */
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
