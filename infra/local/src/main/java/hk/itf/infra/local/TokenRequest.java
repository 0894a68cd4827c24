package hk.itf.infra.local;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Whom a token is for and what it opens.
 *
 * @param personName what the person logs in as; the same name is the same person, whatever its case
 * @param roles at least one
 * @param organisations ids of the organisations the person acts for, often none
 * @param lifetime from now on; positive
 * @param audiences the services that are to accept it, at least one
 */
public record TokenRequest(
        String personName, List<String> roles, List<String> organisations, Duration lifetime, List<String> audiences) {

    public TokenRequest {
        personName = personName.strip();
        roles = List.copyOf(roles);
        organisations = List.copyOf(organisations);
        audiences = List.copyOf(audiences);
        if (personName.isEmpty()) {
            throw new LocalStackException("A token is for a person: name one.");
        }
        if (roles.isEmpty() || audiences.isEmpty()) {
            throw new LocalStackException("A token opens something: name at least one role and one audience.");
        }
        if (lifetime.isNegative() || lifetime.isZero()) {
            throw new LocalStackException("A token's lifetime is positive, such as PT1H.");
        }
    }

    /** For all three services, for an hour, on behalf of no organisation. */
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
