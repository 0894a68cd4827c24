package hk.itf.applications.claim;

import hk.itf.applications.application.ApplicantAccess;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads claims for members of the grantee. */
@ApplicationScoped
class ClaimQueries {

    private final ApplicantAccess access;
    private final Claims claims;
    private final ClaimViews views;

    ClaimQueries(ApplicantAccess access, Claims claims, ClaimViews views) {
        this.access = access;
        this.claims = claims;
        this.views = views;
    }

    @Transactional
    List<ClaimView> list(GrantId application, PersonId person) {
        var grant = access.getAsReader(application, person);
        return claims.of(application).stream()
                .map(claim -> views.of(grant, claim))
                .toList();
    }

    @Transactional
    ClaimView get(GrantId application, ClaimId claim, PersonId person) {
        return views.of(access.getAsReader(application, person), claims.get(application, claim));
    }
}
