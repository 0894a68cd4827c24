package hk.itf.applications.organisation;

import hk.itf.applications.organisation.Organisations.Member;
import hk.itf.model.id.OrganisationId;
import java.util.List;

/** An organisation as its members see it. */
public record OrganisationView(OrganisationId id, String name, String kind, List<Member> members, int version) {

    static OrganisationView of(Organisation organisation, List<Member> members) {
        return new OrganisationView(
                organisation.id(), organisation.name(), organisation.kind(), members, organisation.version());
    }
}
