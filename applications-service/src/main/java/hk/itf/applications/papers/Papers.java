package hk.itf.applications.papers;

import hk.itf.model.id.AmendmentId;
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

/** Rows of papers, and of who may read which for how long. */
@ApplicationScoped
class Papers {

    /** One attachment. */
    record Paper(
            PaperId id,
            String document,
            String name,
            String mediaType,
            long sizeBytes,
            String sha256,
            boolean personal,
            boolean blindSafe,
            Instant uploadedAt) {}

    /**
     * What a review task lets its holder read.
     *
     * @param amendment the one that is to be judged; empty when it is the application or a claim
     * @param open while it is held and the lease can last
     */
    record Access(
            PersonId person,
            GrantId grant,
            Optional<AmendmentId> amendment,
            List<String> groups,
            boolean blind,
            boolean open) {}

    private final Session session;

    Papers(Session session) {
        this.session = session;
    }

    void add(GrantId grant, Paper paper, PersonId by) {
        session.createNativeMutationQuery("""
                        insert into paper (id, application_id, document, name, media_type, size_bytes, sha256, personal,
                                           blind_safe, uploaded_by, uploaded_at)
                        values (:id, :grant, :document, :name, :mediaType, :size, :sha256, :personal, :blindSafe, :by, :at)
                        """)
                .setParameter("id", paper.id().value())
                .setParameter("grant", grant.value())
                .setParameter("document", paper.document())
                .setParameter("name", paper.name())
                .setParameter("mediaType", paper.mediaType())
                .setParameter("size", paper.sizeBytes())
                .setParameter("sha256", paper.sha256())
                .setParameter("personal", paper.personal())
                .setParameter("blindSafe", paper.blindSafe())
                .setParameter("by", by.value())
                .setParameter("at", paper.uploadedAt())
                .executeUpdate();
    }

    List<Paper> of(GrantId grant) {
        return session.createNativeQuery("""
                        select id, document, name, media_type, size_bytes, sha256, personal, blind_safe, uploaded_at
                        from paper where application_id = :grant order by id
                        """, Object[].class)
                .setParameter("grant", grant.value())
                .getResultStream()
                .map(row -> new Paper(
                        PaperId.of((UUID) row[0]),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        ((Number) row[4]).longValue(),
                        (String) row[5],
                        (Boolean) row[6],
                        (Boolean) row[7],
                        (Instant) row[8]))
                .toList();
    }

    void open(
            ReviewTaskId task,
            GrantId grant,
            Optional<AmendmentId> amendment,
            PersonId person,
            String stage,
            List<String> groups,
            boolean blind,
            Instant until) {
        session.createNativeMutationQuery("""
                        insert into paper_access (task_id, application_id, amendment_id, person, stage, groups, blind, until)
                        values (:task, :grant, :amendment, :person, :stage, :groups, :blind, :until) on conflict do nothing
                        """)
                .setParameter("task", task.value())
                .setParameter("grant", grant.value())
                .setParameter("amendment", amendment.map(AmendmentId::value).orElse(null), UUID.class)
                .setParameter("person", person.value())
                .setParameter("stage", stage)
                .setParameter("groups", String.join(",", groups))
                .setParameter("blind", blind)
                .setParameter("until", until)
                .executeUpdate();
    }

    void end(ReviewTaskId task, Instant at) {
        session.createNativeMutationQuery(
                        "update paper_access set ended_at = :at where task_id = :task and ended_at is null")
                .setParameter("task", task.value())
                .setParameter("at", at)
                .executeUpdate();
    }

    /** Leases live in real time: the database's clock decides. */
    Optional<Access> access(ReviewTaskId task) {
        return session.createNativeQuery("""
                        select person, application_id, amendment_id, groups, blind, ended_at is null and until > clock_timestamp()
                        from paper_access where task_id = :task
                        """, Object[].class)
                .setParameter("task", task.value())
                .uniqueResultOptional()
                .map(row -> new Access(
                        PersonId.of((UUID) row[0]),
                        GrantId.of((UUID) row[1]),
                        Optional.ofNullable((UUID) row[2]).map(AmendmentId::of),
                        List.of(((String) row[3]).split(",")),
                        (Boolean) row[4],
                        (Boolean) row[5]));
    }
}
