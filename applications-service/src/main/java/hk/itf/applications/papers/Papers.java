package hk.itf.applications.papers;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PaperId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewTaskId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The store of papers and of paper access. */
@ApplicationScoped
class Papers {

    /**
     * A file attached to an application or a claim.
     *
     * @param claim the claim that the paper is attached to; null for a paper of the application
     * @param detachedAt when the paper was detached, shown to auditors only; null while it is attached
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Paper(
            PaperId id,
            @Nullable ClaimId claim,
            String document,
            String name,
            String mediaType,
            long sizeBytes,
            String sha256,
            boolean personal,
            boolean blindSafe,
            Instant uploadedAt,
            @Nullable Instant detachedAt) {}

    /**
     * The paper access of a review task. The task is about an amendment, a claim, or the application if both are empty.
     *
     * @param amendment the amendment under review
     * @param claim the claim under review
     * @param open whether the task is held and its lease has not ended
     */
    record Access(
            PersonId person,
            GrantId grant,
            Optional<AmendmentId> amendment,
            Optional<ClaimId> claim,
            List<String> groups,
            boolean blind,
            boolean open) {

        /** Papers of a claim are shown to the reviewers of that claim; papers of the application to every reviewer. */
        boolean shows(Paper paper) {
            var claimOfPaper = Optional.ofNullable(paper.claim());
            return (claimOfPaper.isEmpty() || claimOfPaper.equals(claim)) && (!blind || paper.blindSafe());
        }
    }

    private final Session session;

    Papers(Session session) {
        this.session = session;
    }

    void add(GrantId grant, Paper paper, boolean once, PersonId by) {
        session.createNativeMutationQuery("""
                        insert into paper (id, application_id, claim_id, document, name, media_type, size_bytes, sha256, personal,
                                           blind_safe, once, uploaded_by, uploaded_at)
                        values (:id, :grant, :claim, :document, :name, :mediaType, :size, :sha256, :personal, :blindSafe, :once, :by, :at)
                        """)
                .setParameter("id", paper.id().value())
                .setParameter("grant", grant.value())
                .setParameter(
                        "claim",
                        Optional.ofNullable(paper.claim()).map(ClaimId::value).orElse(null),
                        UUID.class)
                .setParameter("document", paper.document())
                .setParameter("name", paper.name())
                .setParameter("mediaType", paper.mediaType())
                .setParameter("size", paper.sizeBytes())
                .setParameter("sha256", paper.sha256())
                .setParameter("personal", paper.personal())
                .setParameter("blindSafe", paper.blindSafe())
                .setParameter("once", once)
                .setParameter("by", by.value())
                .setParameter("at", paper.uploadedAt())
                .executeUpdate();
    }

    /** The attached papers of the application and of all its claims. */
    List<Paper> of(GrantId grant) {
        return listWithDetached(grant).stream()
                .filter(paper -> paper.detachedAt() == null)
                .toList();
    }

    /** The attached and the detached papers of the application and of all its claims. */
    List<Paper> listWithDetached(GrantId grant) {
        return session.createNativeQuery("""
                        select id, claim_id, document, name, media_type, size_bytes, sha256, personal, blind_safe, uploaded_at,
                               detached_at
                        from paper where application_id = :grant order by id
                        """, Object[].class)
                .setParameter("grant", grant.value())
                .getResultStream()
                .map(row -> new Paper(
                        PaperId.of((UUID) row[0]),
                        row[1] == null ? null : ClaimId.of((UUID) row[1]),
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        ((Number) row[5]).longValue(),
                        (String) row[6],
                        (Boolean) row[7],
                        (Boolean) row[8],
                        (Instant) row[9],
                        (Instant) row[10]))
                .toList();
    }

    /** @return whether the paper was attached to the claim */
    boolean detach(ClaimId claim, PaperId paper, Instant at) {
        return session.createNativeMutationQuery(
                                "update paper set detached_at = :at where id = :paper and claim_id = :claim and detached_at is null")
                        .setParameter("paper", paper.value())
                        .setParameter("claim", claim.value())
                        .setParameter("at", at)
                        .executeUpdate()
                == 1;
    }

    void openAccess(
            ReviewTaskId task,
            GrantId grant,
            Optional<AmendmentId> amendment,
            Optional<ClaimId> claim,
            PersonId person,
            String stage,
            List<String> groups,
            boolean blind,
            Instant until) {
        session.createNativeMutationQuery("""
                        insert into paper_access (task_id, application_id, amendment_id, claim_id, person, stage, groups, blind, until)
                        values (:task, :grant, :amendment, :claim, :person, :stage, :groups, :blind, :until) on conflict do nothing
                        """)
                .setParameter("task", task.value())
                .setParameter("grant", grant.value())
                .setParameter("amendment", amendment.map(AmendmentId::value).orElse(null), UUID.class)
                .setParameter("claim", claim.map(ClaimId::value).orElse(null), UUID.class)
                .setParameter("person", person.value())
                .setParameter("stage", stage)
                .setParameter("groups", String.join(",", groups))
                .setParameter("blind", blind)
                .setParameter("until", until)
                .executeUpdate();
    }

    void endAccess(ReviewTaskId task, Instant at) {
        session.createNativeMutationQuery(
                        "update paper_access set ended_at = :at where task_id = :task and ended_at is null")
                .setParameter("task", task.value())
                .setParameter("at", at)
                .executeUpdate();
    }

    /** The access of a task. Leases use real time, so the clock of the database decides whether a lease has ended. */
    Optional<Access> access(ReviewTaskId task) {
        return session.createNativeQuery("""
                        select person, application_id, amendment_id, claim_id, groups, blind, ended_at is null and until > clock_timestamp()
                        from paper_access where task_id = :task
                        """, Object[].class)
                .setParameter("task", task.value())
                .uniqueResultOptional()
                .map(row -> new Access(
                        PersonId.of((UUID) row[0]),
                        GrantId.of((UUID) row[1]),
                        Optional.ofNullable((UUID) row[2]).map(AmendmentId::of),
                        Optional.ofNullable((UUID) row[3]).map(ClaimId::of),
                        List.of(((String) row[4]).split(",")),
                        (Boolean) row[5],
                        (Boolean) row[6]));
    }
}
