package hk.itf.disbursement.award;

import hk.itf.infra.http.Page;
import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.Uuids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads awards. Lists leave out applications that were withdrawn before their approval. */
@ApplicationScoped
public class AwardQueries {

    private final EntityManager entities;

    AwardQueries(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    public AwardView get(GrantId grant) {
        var award = entities.find(Award.class, grant.value());
        if (award == null) {
            throw DomainException.notFound("award");
        }
        return AwardView.of(award, versions(award));
    }

    @Transactional
    public Page<AwardView> list(@Nullable AwardStatus status, @Nullable String cursor, @Nullable Integer wanted) {
        var size = Page.size(wanted);
        var query = status == null
                ? entities.createQuery(
                        "from Award where place.envelopeId is not null and grant < :after order by grant desc",
                        Award.class)
                : entities.createQuery("""
                                from Award where place.envelopeId is not null and status = :status and grant < :after
                                order by grant desc
                                """, Award.class).setParameter("status", status);
        var found = query.setParameter("after", Page.cursor(cursor).orElse(Uuids.HIGHEST))
                .setMaxResults(size + 1)
                .getResultStream()
                .map(award -> AwardView.of(award, versions(award)))
                .toList();
        return Page.of(found, size, award -> award.grant().value());
    }

    private List<AwardView.VersionView> versions(Award award) {
        return entities.createQuery("from AwardVersion where grant = :grant order by number", AwardVersion.class)
                .setParameter("grant", award.id().value())
                .getResultStream()
                .map(AwardVersion::view)
                .toList();
    }
}
