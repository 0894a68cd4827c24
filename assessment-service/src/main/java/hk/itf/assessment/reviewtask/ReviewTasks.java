package hk.itf.assessment.reviewtask;

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

/** The review tasks. */
@ApplicationScoped
public class ReviewTasks implements PanacheRepositoryBase<ReviewTask, UUID> {

    /** Waiting and taken tasks of a case, locked; the case is locked before. */
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

    /** The same for whoever took the task, even if it was taken away since: to everybody else it does not exist. */
    Optional<ReviewCaseId> caseOf(ReviewTaskId task, PersonId holder) {
        return find("select caseId from ReviewTask where id = ?1 and holder = ?2", task.value(), holder.value())
                .project(UUID.class)
                .firstResultOptional()
                .map(ReviewCaseId::of);
    }

    /** Whether somebody has, or has had, a task of a case in hand. */
    public boolean haveBeenTakenBy(PersonId person, ReviewCaseId reviewCase) {
        return count("caseId = ?1 and holder = ?2", reviewCase.value(), person.value()) > 0;
    }

    /** Whether somebody has stepped back from a case for good. */
    public boolean wereRecusedFromBy(PersonId person, ReviewCaseId reviewCase) {
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

    /** Waiting and taken tasks of all cases, in the order of the queue. */
    public List<ReviewTask> open(int limit) {
        return find("status in (?1, ?2) order by dueOn, id", ReviewTaskStatus.WAITING, ReviewTaskStatus.TAKEN)
                .page(0, limit)
                .list();
    }

    /** Real time, from the one clock that all replicas share: leases are measured with nothing else. */
    public Instant leaseNow() {
        return getSession()
                .createNativeQuery("select clock_timestamp()", Instant.class)
                .getResultStream()
                .findFirst()
                .orElseThrow();
    }

    void add(ReviewTask task) {
        persist(task);
    }
}
