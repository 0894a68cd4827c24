package hk.itf.applications.claim;

import hk.itf.applications.application.ApplicantAccess;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads claims for the grantee's people. */
@ApplicationScoped
class ClaimQueries {

    private final ApplicantAccess access;
    private final Claims claims;

    ClaimQueries(ApplicantAccess access, Claims claims) {
        this.access = access;
        this.claims = claims;
    }

    @Transactional
    List<ClaimView> list(GrantId application, PersonId person) {
        access.toRead(application, person);
        return claims.of(application).stream().map(ClaimView::of).toList();
    }

    @Transactional
    ClaimView get(GrantId application, ClaimId claim, PersonId person) {
        access.toRead(application, person);
        return ClaimView.of(claims.get(application, claim));
    }
}
