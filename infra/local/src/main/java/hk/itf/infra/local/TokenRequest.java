package hk.itf.infra.local;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The content of a token.
 *
 * @param personName login name of the person; upper and lower case are the same person
 * @param roles at least one
 * @param organisations ids of the organisations that the person acts for; may be empty
 * @param lifetime positive
 * @param audiences the services that accept the token; at least one
 */
public record TokenRequest(
        String personName, List<String> roles, List<String> organisations, Duration lifetime, List<String> audiences) {

    public TokenRequest {
        personName = personName.strip();
        roles = List.copyOf(roles);
        organisations = List.copyOf(organisations);
        audiences = List.copyOf(audiences);
        if (personName.isEmpty()) {
            throw new LocalStackException("A token needs the name of a person.");
        }
        if (roles.isEmpty() || audiences.isEmpty()) {
            throw new LocalStackException("A token needs at least one role and one audience.");
        }
        if (lifetime.isNegative() || lifetime.isZero()) {
            throw new LocalStackException("The lifetime of a token must be positive, for example PT1H.");
        }
    }

    /** A token for all three services, valid for one hour, for no organisation. */
    public static TokenRequest of(String personName, String... roles) {
        return new TokenRequest(personName, List.of(roles), List.of(), Duration.ofHours(1), everyAudience());
    }

    public TokenRequest actingFor(String... organisationIds) {
        return new TokenRequest(personName, roles, List.of(organisationIds), lifetime, audiences);
    }

    public static List<String> everyAudience() {
        return Arrays.stream(Service.values()).map(Service::audience).toList();
    }
}
