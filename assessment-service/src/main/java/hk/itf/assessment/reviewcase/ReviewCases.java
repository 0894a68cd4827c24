package hk.itf.assessment.reviewcase;

import hk.itf.infra.sql.ScalarQuery;
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

/** The review cases. A change locks the row of the case first and its open tasks second, because two scores can arrive at once. */
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

    /** The unclosed cases with this organisation as a party, in lock order. */
    public List<ReviewCaseId> unclosedWith(OrganisationId party) {
        return ScalarQuery.of(
                        getEntityManager(),
                        "select id from review_case where status <> 'CLOSED' and parties @> array[:party] order by id",
                        UUID.class)
                .setParameter("party", party.value())
                .getResultStream()
                .map(ReviewCaseId::of)
                .toList();
    }

    /** The unclosed cases of a grant, in lock order. */
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
