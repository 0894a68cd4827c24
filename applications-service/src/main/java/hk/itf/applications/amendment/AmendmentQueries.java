package hk.itf.applications.amendment;

import hk.itf.applications.application.ApplicantAccess;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads amendments for the grantee's people. */
@ApplicationScoped
class AmendmentQueries {

    private final ApplicantAccess access;
    private final Amendments amendments;

    AmendmentQueries(ApplicantAccess access, Amendments amendments) {
        this.access = access;
        this.amendments = amendments;
    }

    @Transactional
    List<AmendmentView> list(GrantId application, PersonId person) {
        access.toRead(application, person);
        return amendments.of(application).stream().map(AmendmentView::of).toList();
    }

    @Transactional
    AmendmentView get(GrantId application, AmendmentId amendment, PersonId person) {
        access.toRead(application, person);
        return AmendmentView.of(amendments.get(application, amendment));
    }
}
