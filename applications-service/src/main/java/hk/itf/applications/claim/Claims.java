package hk.itf.applications.claim;

import static hk.itf.model.NamedValue.value;

import hk.itf.model.DomainException;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.scheme.tranche.ClaimKind;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The store of claims. */
@ApplicationScoped
public class Claims implements PanacheRepositoryBase<Claim, UUID> {

    private final Session session;

    Claims(Session session) {
        this.session = session;
    }

    void add(Claim claim) {
        if (hasOpenOrAccepted(claim.tranche(), claim.kind())) {
            throw DomainException.conflict("claim-exists", value("kind", claim.kind()));
        }
        persist(claim);
        session.flush();
    }

    Claim get(GrantId grant, ClaimId id) {
        return find(id).filter(claim -> claim.grant().equals(grant))
                .orElseThrow(() -> DomainException.notFound("claim"));
    }

    /**
     * Increments the version of a claim before its papers change, so that a submission based on the old papers is refused.
     *
     * @return the kind of the claim
     * @throws DomainException {@code not-editable} unless the claim is in draft or sent back for clarification
     */
    public ClaimKind beginPaperChange(GrantId grant, ClaimId id) {
        var claim = get(grant, id);
        claim.requireChangeable();
        session.lock(claim, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        return claim.kind();
    }

    Optional<Claim> find(ClaimId id) {
        return findByIdOptional(id.value());
    }

    List<Claim> of(GrantId grant) {
        return list("applicationId = ?1 order by id", grant.value());
    }

    /** Whether a claim of the kind is open or accepted on the tranche. */
    private boolean hasOpenOrAccepted(TrancheId tranche, ClaimKind kind) {
        return count(
                        "trancheId = ?1 and kind = ?2 and status not in ?3",
                        tranche.value(),
                        kind,
                        List.of(ClaimStatus.REJECTED, ClaimStatus.WITHDRAWN))
                > 0;
    }

    /** Whether an advance on the tranche is being vetted. */
    boolean hasAdvanceUnderReview(TrancheId tranche) {
        return count(
                        "trancheId = ?1 and kind = ?2 and status in ?3",
                        tranche.value(),
                        ClaimKind.ADVANCE,
                        List.of(ClaimStatus.SUBMITTED, ClaimStatus.CLARIFYING))
                > 0;
    }

    /** Whether a claim on the tranche is open or accepted. */
    public boolean hasOpenOrAccepted(TrancheId tranche) {
        return count(
                        "trancheId = ?1 and status not in ?2",
                        tranche.value(),
                        List.of(ClaimStatus.REJECTED, ClaimStatus.WITHDRAWN))
                > 0;
    }
}
