package hk.itf.assessment.reviewtask;

import hk.itf.infra.sql.ScalarQuery;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewCaseId;
import hk.itf.model.id.ReviewTaskId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The store of review tasks. */
@ApplicationScoped
public class ReviewTasks implements PanacheRepositoryBase<ReviewTask, UUID> {

    /** Locks the waiting and taken tasks of a case. The caller holds the lock of the case. */
    public List<ReviewTask> lockOpen(ReviewCaseId reviewCase) {
        return find(
                        "caseId = ?1 and status in (?2, ?3) order by id",
                        reviewCase.value(),
                        ReviewTaskStatus.WAITING,
                        ReviewTaskStatus.TAKEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    public Optional<ReviewCaseId> caseOf(ReviewTaskId task) {
        return find("select caseId from ReviewTask where id = ?1", task.value())
                .project(UUID.class)
                .firstResultOptional()
                .map(ReviewCaseId::of);
    }

    /** The case of a task that the person took, even when the task was reassigned since. Empty for other people. */
    Optional<ReviewCaseId> caseOf(ReviewTaskId task, PersonId holder) {
        return find("select caseId from ReviewTask where id = ?1 and holder = ?2", task.value(), holder.value())
                .project(UUID.class)
                .firstResultOptional()
                .map(ReviewCaseId::of);
    }

    /** Whether the person holds or has held a task of the case. */
    public boolean wasTakenBy(PersonId person, ReviewCaseId reviewCase) {
        return count("caseId = ?1 and holder = ?2", reviewCase.value(), person.value()) > 0;
    }

    /** Whether the person has recused themselves from the case. */
    public boolean wasRecused(PersonId person, ReviewCaseId reviewCase) {
        return count(
                        "caseId = ?1 and holder = ?2 and status = ?3",
                        reviewCase.value(),
                        person.value(),
                        ReviewTaskStatus.RECUSED)
                > 0;
    }

    public Optional<ReviewTask> withId(ReviewTaskId id) {
        return findByIdOptional(id.value());
    }

    public List<ReviewTask> heldBy(PersonId person, int limit) {
        return find("holder = ?1 and status = ?2 order by leaseUntil", person.value(), ReviewTaskStatus.TAKEN)
                .page(0, limit)
                .list();
    }

    /** Waiting and taken tasks of all cases, in queue order. */
    public List<ReviewTask> open(int limit) {
        return find("status in (WAITING, TAKEN) order by dueOn, id")
                .page(0, limit)
                .list();
    }

    /** The real time of the database, the clock that all replicas share. Leases use this time only. */
    public Instant leaseNow() {
        return ScalarQuery.of(getEntityManager(), "select clock_timestamp()", Instant.class)
                .getResultStream()
                .findFirst()
                .orElseThrow();
    }

    void add(ReviewTask task) {
        persist(task);
    }
}
