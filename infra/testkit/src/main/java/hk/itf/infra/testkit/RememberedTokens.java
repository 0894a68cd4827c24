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
 * Verifies a token once and accepts it until it expires. Tests send the same few tokens many times, and without the
 * optimising compiler a signature check takes as long as the rest of a request. Refused tokens are checked every time.
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
