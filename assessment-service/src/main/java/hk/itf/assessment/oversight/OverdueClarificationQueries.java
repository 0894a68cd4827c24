package hk.itf.assessment.oversight;

import hk.itf.assessment.reviewcase.Stage;
import hk.itf.infra.clock.HongKong;
import hk.itf.model.event.Subject;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.ReviewCaseId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Reads the clarifications whose due date has passed without an answer. */
@ApplicationScoped
class OverdueClarificationQueries {

    private static final int LONGEST_LIST = 200;

    /** Counts the reminders of the open question alone, not of earlier questions of the case. */
    private static final String OVERDUE = """
            select c.id, c.grant_id, c.subject_kind, c.subject_id, c.reference, c.stage, c.question, c.asked_on, c.answer_by,
                   (select count(*) from clarification_reminder r where r.case_id = c.id and r.reminded_on > c.answer_by),
                   (select max(r.reminded_on) from clarification_reminder r
                    where r.case_id = c.id and r.reminded_on > c.answer_by)
            from review_case c
            where c.status = 'CLARIFYING' and c.answer_by < :today
            """;

    private final Session entities;
    private final Clock clock;

    OverdueClarificationQueries(Session entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Overdue clarifications, the longest overdue first. */
    @Transactional
    List<OverdueClarificationView> list() {
        return entities.createNativeQuery(OVERDUE + " order by c.answer_by, c.id limit :most", Object[].class)
                .setParameter("today", today())
                .setParameter("most", LONGEST_LIST)
                .getResultStream()
                .map(this::view)
                .toList();
    }

    @Transactional
    Optional<OverdueClarificationView> of(ReviewCaseId reviewCase) {
        return entities.createNativeQuery(OVERDUE + " and c.id = :case", Object[].class)
                .setParameter("today", today())
                .setParameter("case", reviewCase.value())
                .getResultStream()
                .map(this::view)
                .findFirst();
    }

    private LocalDate today() {
        return HongKong.dayOf(clock.instant());
    }

    private OverdueClarificationView view(Object[] row) {
        var askedOn = (LocalDate) row[7];
        var answerBy = (LocalDate) row[8];
        return new OverdueClarificationView(
                ReviewCaseId.of((UUID) row[0]),
                GrantId.of((UUID) row[1]),
                new Subject(Subject.Kind.valueOf((String) row[2]), (UUID) row[3]),
                (String) row[4],
                Stage.valueOf((String) row[5]),
                (String) row[6],
                askedOn,
                answerBy,
                ChronoUnit.DAYS.between(askedOn, today()),
                ChronoUnit.DAYS.between(answerBy, today()),
                (long) row[9],
                (LocalDate) row[10]);
    }
}
