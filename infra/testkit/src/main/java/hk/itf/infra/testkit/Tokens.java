package hk.itf.infra.testkit;

import hk.itf.infra.local.TokenIssuer;
import hk.itf.infra.local.TokenRequest;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Valid tokens of the test's issuer. The same request gets the same token, as a person keeps a token for an hour. */
public final class Tokens {

    private record Signed(TokenIssuer issuer, TokenRequest request) {}

    private static final Map<Signed, String> SIGNED = new ConcurrentHashMap<>();

    private Tokens() {}

    /** A token for a person with these roles, for all services. */
    public static String of(String person, String... roles) {
        return token(TokenRequest.of(person, roles));
    }

    public static String of(String person, OrganisationId organisation, String... roles) {
        return token(TokenRequest.of(person, roles).actingFor(organisation.toString()));
    }

    public static String token(TokenRequest request) {
        return SIGNED.computeIfAbsent(
                new Signed(StackResource.issuer(), request),
                signed -> signed.issuer().token(signed.request()));
    }

    public static PersonId person(String name) {
        return PersonId.of(String.valueOf(TokenIssuer.personId(name)));
    }
}
