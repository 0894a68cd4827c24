package hk.itf.assessment.reviewcase;

import hk.itf.model.event.Subject;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.ReviewCaseId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The review cases. Whoever changes one locks its row first, then its open tasks: two scores may come in at once. */
@ApplicationScoped
public class ReviewCases implements PanacheRepositoryBase<ReviewCase, UUID> {

    public ReviewCase lock(ReviewCaseId id) {
        return find("id = ?1", id.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
    }

    public Optional<ReviewCase> lockIfPresent(ReviewCaseId id) {
        return find("id = ?1", id.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    public Optional<ReviewCase> lockIfPresent(Subject subject) {
        return find("subjectKind = ?1 and subjectId = ?2", subject.kind(), subject.id())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    public Optional<ReviewCase> ofApplication(GrantId grant) {
        return find("subjectKind = ?1 and subjectId = ?2", Subject.Kind.APPLICATION, grant.value())
                .firstResultOptional();
    }

    public Optional<ReviewCase> withId(ReviewCaseId id) {
        return findByIdOptional(id.value());
    }

    /** Cases that are not closed and in which this organisation has an interest, in the order in which to lock them. */
    public List<ReviewCaseId> unclosedWith(OrganisationId party) {
        return find(
                        "select id from ReviewCase where status <> ?1 and array_contains(parties, ?2) order by id",
                        ReviewCaseStatus.CLOSED,
                        party.value())
                .project(UUID.class)
                .stream()
                .map(ReviewCaseId::of)
                .toList();
    }

    /** Cases of a grant that are not closed, in the order in which to lock them. */
    public List<ReviewCaseId> unclosedOf(GrantId grant) {
        return find(
                        "select id from ReviewCase where status <> ?1 and grantId = ?2 order by id",
                        ReviewCaseStatus.CLOSED,
                        grant.value())
                .project(UUID.class)
                .stream()
                .map(ReviewCaseId::of)
                .toList();
    }

    public void add(ReviewCase opened) {
        persist(opened);
    }
}
