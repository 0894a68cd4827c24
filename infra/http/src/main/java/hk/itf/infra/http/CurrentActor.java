package hk.itf.infra.http;

import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the actor from the verified token. The {@code person} claim is mandatory. */
@RequestScoped
public class CurrentActor {

    private final JsonWebToken token;

    CurrentActor(JsonWebToken token) {
        this.token = token;
    }

    public Actor get() {
        try {
            String person = token.getClaim("person");
            return new Actor(PersonId.of(person), token.getGroups(), organisations());
        } catch (RuntimeException malformed) {
            throw new AuthenticationFailedException("the token names no person", malformed);
        }
    }

    public PersonId person() {
        return get().person();
    }

    private Set<OrganisationId> organisations() {
        var organisations = new LinkedHashSet<OrganisationId>();
        if (token.getClaim("organisations") instanceof JsonArray array) {
            for (var each : array) {
                if (each instanceof JsonString text) {
                    organisations.add(OrganisationId.of(text.getString()));
                }
            }
        }
        return organisations;
    }
}
