package hk.itf.infra.http;

import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import java.util.Set;

/**
 * The person who sent a request, with the roles and organisations of the token.
 *
 * @param organisations those for which the person may act
 */
public record Actor(PersonId person, Set<String> roles, Set<OrganisationId> organisations) {

    public Actor {
        roles = Set.copyOf(roles);
        organisations = Set.copyOf(organisations);
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }
}
