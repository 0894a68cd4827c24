package hk.itf.applications.amendment;

import hk.itf.infra.http.Actor;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.GrantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads amendments for members of the grantee and for the secretariat. */
@ApplicationScoped
class AmendmentQueries {

    private final AmendmentAccess access;
    private final Amendments amendments;

    AmendmentQueries(AmendmentAccess access, Amendments amendments) {
        this.access = access;
        this.amendments = amendments;
    }

    @Transactional
    List<AmendmentView> list(GrantId application, Actor actor) {
        access.getAsReader(application, actor);
        return amendments.of(application).stream().map(AmendmentView::of).toList();
    }

    @Transactional
    AmendmentView get(GrantId application, AmendmentId amendment, Actor actor) {
        access.getAsReader(application, actor);
        return AmendmentView.of(amendments.get(application, amendment));
    }
}
