package hk.itf.infra.http;

import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import java.util.Set;

/** Who acts: a person, never an account. */
public record Actor(PersonId person, Set<String> roles, Set<OrganisationId> organisations) {

    public Actor {
        roles = Set.copyOf(roles);
        organisations = Set.copyOf(organisations);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }
}
