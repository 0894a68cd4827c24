package hk.itf.infra.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hk.itf.model.json.Sha256;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Verifies the signature and the claims of a token once, and remembers the result for a minute, because a check of the signature
 * costs much CPU time. A token is remembered by its hash, so that any other token is verified. A remembered token
 * is accepted neither after its expiry nor longer than a minute without a new check against the keys of the issuer. Refused tokens
 * are not remembered.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class VerifiedTokens extends JWTCallerPrincipalFactory {

    static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** Bounds the memory. The least recently used token is verified again. */
    private static final int MOST = 10_000;

    private final JWTCallerPrincipalFactory verifier;
    private final Clock clock;
    private final Cache<String, Verified> tokens;

    private record Verified(JWTCallerPrincipal principal, Instant until) {}

    @Inject
    VerifiedTokens() {
        this(new DefaultJWTCallerPrincipalFactory(), Clock.systemUTC());
    }

    /** @param clock real time, because tokens do not follow the business time */
    VerifiedTokens(JWTCallerPrincipalFactory verifier, Clock clock) {
        this.verifier = verifier;
        this.clock = clock;
        this.tokens = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(REMEMBERED)
                .build();
    }

    /** @throws ParseException when the token is malformed, expired or not signed by the issuer */
    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
        var hash = Sha256.of(token);
        var now = clock.instant();
        var known = tokens.getIfPresent(hash);
        if (known != null && now.isBefore(known.until())) {
            return known.principal();
        }
        var principal = verifier.parse(token, rules);
        tokens.put(hash, new Verified(principal, lastUse(principal, rules, now)));
        return principal;
    }

    private static Instant lastUse(JWTCallerPrincipal principal, JWTAuthContextInfo rules, Instant now) {
        var until = now.plus(REMEMBERED);
        until = earlier(until, Instant.ofEpochSecond(principal.getExpirationTime()));
        var age = rules.getTokenAge();
        return age == null
                ? until
                : earlier(
                        until,
                        Instant.ofEpochSecond(principal.getIssuedAtTime()).plusSeconds(age));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
