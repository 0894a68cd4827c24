package hk.itf.applications.amendment;

import hk.itf.model.DomainException;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.GrantId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The store of amendments. */
@ApplicationScoped
class Amendments implements PanacheRepositoryBase<Amendment, UUID> {

    private static final List<AmendmentStatus> OPEN = List.of(
            AmendmentStatus.DRAFT, AmendmentStatus.SUBMITTED, AmendmentStatus.CLARIFYING, AmendmentStatus.APPROVED);

    void add(Amendment amendment) {
        if (count("applicationId = ?1 and status in ?2", amendment.grant().value(), OPEN) > 0) {
            throw DomainException.conflict("amendment-open", "This grant already has an open amendment.");
        }
        persist(amendment);
        flush();
    }

    Amendment get(GrantId grant, AmendmentId id) {
        return find(id).filter(amendment -> amendment.grant().equals(grant))
                .orElseThrow(() -> DomainException.notFound("amendment"));
    }

    Optional<Amendment> find(AmendmentId id) {
        return findByIdOptional(id.value());
    }

    /** The one that was approved and waits for its version to come into force. */
    Optional<Amendment> approved(GrantId grant) {
        return find("applicationId = ?1 and status = ?2", grant.value(), AmendmentStatus.APPROVED)
                .firstResultOptional();
    }

    List<Amendment> of(GrantId grant) {
        return list("applicationId = ?1 order by id", grant.value());
    }
}
