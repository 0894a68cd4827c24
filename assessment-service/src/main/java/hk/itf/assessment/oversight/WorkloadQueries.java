package hk.itf.assessment.oversight;

import hk.itf.assessment.oversight.WorkloadView.PersonLoad;
import hk.itf.assessment.oversight.WorkloadView.StageLoad;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.infra.clock.HongKong;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Reads the workload: tasks by person, and waiting tasks by stage. */
@ApplicationScoped
class WorkloadQueries {

    private static final Duration REPORTED_PERIOD = Duration.ofDays(30);
    private static final int MOST_PEOPLE = 500;

    private final Session entities;
    private final Clock clock;

    WorkloadQueries(Session entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Transactional
    WorkloadView workload() {
        return new WorkloadView(people(), waiting());
    }

    /** The people who hold a task, or ended one in the reported period. */
    private List<PersonLoad> people() {
        return entities.createNativeQuery("""
                        select holder, count(*) filter (where status = 'TAKEN') as held,
                               count(*) filter (where status = 'DONE'), count(*) filter (where status = 'LAPSED')
                        from review_task
                        where holder is not null and (status = 'TAKEN' or ended_at > :since)
                        group by holder order by held desc, holder limit :most
                        """, Object[].class)
                .setParameter("since", clock.instant().minus(REPORTED_PERIOD))
                .setParameter("most", MOST_PEOPLE)
                .getResultStream()
                .map(row -> new PersonLoad(PersonId.of((UUID) row[0]), (long) row[1], (long) row[2], (long) row[3]))
                .toList();
    }

    private List<StageLoad> waiting() {
        return entities.createNativeQuery("""
                        select stage, count(*), count(*) filter (where due_on < :today)
                        from review_task where status = 'WAITING' group by stage order by stage
                        """, Object[].class)
                .setParameter("today", HongKong.dayOf(clock.instant()))
                .getResultStream()
                .map(row -> new StageLoad(Stage.valueOf((String) row[0]), (long) row[1], (long) row[2]))
                .toList();
    }
}
