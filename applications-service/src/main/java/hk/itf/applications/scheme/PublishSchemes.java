package hk.itf.applications.scheme;

import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.sql.ScalarQuery;
import hk.itf.model.event.ApplicationEvent.SchemeVersionPublished;
import hk.itf.model.id.PersonId;
import hk.itf.model.scheme.catalogue.SchemeReader.SchemeFile;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hibernate.Session;

/** Tells the other services which schemes are in force here, once a version. A published version never changes. */
@ApplicationScoped
class PublishSchemes {

    /** Read before the transaction begins. On a busy machine, reading takes longer than a transaction may last. */
    private final List<SchemeFile> files;

    private final Session session;
    private final Outbox outbox;

    PublishSchemes(Schemes schemes, Session session, Outbox outbox) {
        this.files = schemes.files();
        this.session = session;
        this.outbox = outbox;
    }

    @Transactional
    void atStart(@Observes StartupEvent starting) {
        files.forEach(this::publish);
    }

    private void publish(SchemeFile file) {
        var ref = file.scheme().ref();
        var isNew = session.createNativeMutationQuery(
                                "insert into scheme_version (scheme, version, sha256) values (:scheme, :version, :sha256) on conflict do nothing")
                        .setParameter("scheme", ref.id().value())
                        .setParameter("version", ref.version())
                        .setParameter("sha256", file.sha256())
                        .executeUpdate()
                == 1;
        if (isNew) {
            outbox.append(new SchemeVersionPublished(ref, PersonId.SYSTEM, file.text(), file.sha256()));
            return;
        }
        var published = ScalarQuery.of(
                        session,
                        "select sha256 from scheme_version where scheme = :scheme and version = :version",
                        String.class)
                .setParameter("scheme", ref.id().value())
                .setParameter("version", ref.version())
                .getSingleResult();
        if (!published.equals(file.sha256())) {
            throw new IllegalStateException("The file " + file.file() + " differs from the version " + ref
                    + " that was published. A published version never changes: give it a new version number.");
        }
    }
}
