package hk.itf.applications.application;

import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The store of submitted contents with their hashes. Rows never change. */
@ApplicationScoped
public class Submissions {

    /**
     * The receipt of a submission.
     *
     * @param contentSha256 SHA-256 of the submitted content; the decision quotes the same hash
     */
    record Receipt(String reference, int revision, String contentSha256, PersonId submittedBy, Instant submittedAt) {}

    private final Session session;

    Submissions(Session session) {
        this.session = session;
    }

    public void add(GrantId application, int revision, String content, String sha256, PersonId by, Instant now) {
        session.createNativeMutationQuery("""
                        insert into submission (application_id, revision, content, sha256, submitted_by, submitted_at)
                        values (:application, :revision, :content, :sha256, :by, :now)
                        """)
                .setParameter("application", application.value())
                .setParameter("revision", revision)
                .setParameter("content", content)
                .setParameter("sha256", sha256)
                .setParameter("by", by.value())
                .setParameter("now", now)
                .executeUpdate();
    }

    Optional<Receipt> latest(GrantId application, String reference) {
        return session.createNativeQuery("""
                        select revision, sha256, submitted_by, submitted_at from submission
                        where application_id = :application order by revision desc limit 1
                        """, Object[].class)
                .setParameter("application", application.value())
                .uniqueResultOptional()
                .map(row -> new Receipt(
                        reference, ((Number) row[0]).intValue(), (String) row[1], PersonId.of((UUID) row[2]), (Instant)
                                row[3]));
    }
}
