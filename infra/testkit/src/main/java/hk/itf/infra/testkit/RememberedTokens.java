package hk.itf.infra.testkit;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Verifies a token the first time it is seen, and takes it from there until it expires: without the second compiler one
 * signature takes as long as the rest of a request, and a test sends the same few tokens over and over. What is refused
 * is looked at every time.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class RememberedTokens extends JWTCallerPrincipalFactory {

    private final JWTCallerPrincipalFactory careful = new DefaultJWTCallerPrincipalFactory();
    private final Map<String, JWTCallerPrincipal> good = new ConcurrentHashMap<>();

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
        var known = good.get(token);
        if (known != null && Instant.now().getEpochSecond() < known.getExpirationTime()) {
            return known;
        }
        var principal = careful.parse(token, rules);
        good.put(token, principal);
        return principal;
    }
}
