package hk.itf.infra.testkit;

import hk.itf.infra.local.TokenIssuer;
import hk.itf.infra.local.TokenRequest;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;

/** Signed tokens of the test's issuer. */
public final class Tokens {

    private Tokens() {}

    /** A valid token for a person with these roles, for every service. */
    public static String of(String person, String... roles) {
        return StackResource.issuer().token(TokenRequest.of(person, roles));
    }

    public static String of(String person, OrganisationId organisation, String... roles) {
        return StackResource.issuer().token(TokenRequest.of(person, roles).actingFor(organisation.toString()));
    }

    public static String token(TokenRequest request) {
        return StackResource.issuer().token(request);
    }

    public static PersonId person(String name) {
        return PersonId.of(String.valueOf(TokenIssuer.personId(name)));
    }
}
