package hk.itf.applications.organisation;

import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads organisations for their people. */
@ApplicationScoped
class OrganisationQueries {

    private final Organisations organisations;

    OrganisationQueries(Organisations organisations) {
        this.organisations = organisations;
    }

    @Transactional
    OrganisationView get(OrganisationId id, PersonId member) {
        var organisation = organisations.get(id, member);
        return OrganisationView.of(organisation, organisations.members(id));
    }

    @Transactional
    List<OrganisationView> mine(PersonId member) {
        return organisations.ofMember(member).stream()
                .map(each -> OrganisationView.of(each, organisations.members(each.id())))
                .toList();
    }
}
