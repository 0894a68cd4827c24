package hk.itf.applications.amendment;

import hk.itf.model.DomainException;
import hk.itf.model.event.AmendmentKind;
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

    void add(Amendment amendment) {
        requireNoOtherOpen(amendment);
        persist(amendment);
        flush();
    }

    /** @throws DomainException {@code amendment-open} while another amendment of the grant blocks this amendment */
    void requireNoOtherOpen(Amendment amendment) {
        if (others(amendment).stream().anyMatch(amendment::isBlockedBy)) {
            throw DomainException.conflict("amendment-open.grant");
        }
    }

    Amendment get(GrantId grant, AmendmentId id) {
        return find(id).filter(amendment -> amendment.grant().equals(grant))
                .orElseThrow(() -> DomainException.notFound("amendment"));
    }

    Optional<Amendment> find(AmendmentId id) {
        return findByIdOptional(id.value());
    }

    /** The approved amendments that wait to come into force: at most a next stage and a termination. */
    List<Amendment> approved(GrantId grant) {
        return list("applicationId = ?1 and status = ?2", grant.value(), AmendmentStatus.APPROVED);
    }

    /** Whether a termination is in force. */
    boolean isTerminated(GrantId grant) {
        return count(
                        "applicationId = ?1 and kind = ?2 and status = ?3",
                        grant.value(),
                        AmendmentKind.TERMINATION,
                        AmendmentStatus.IN_FORCE)
                > 0;
    }

    List<Amendment> others(Amendment amendment) {
        return of(amendment.grant()).stream()
                .filter(each -> !each.id().equals(amendment.id()))
                .toList();
    }

    List<Amendment> of(GrantId grant) {
        return list("applicationId = ?1 order by id", grant.value());
    }
}
