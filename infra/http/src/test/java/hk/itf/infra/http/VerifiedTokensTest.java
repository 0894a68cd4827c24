package hk.itf.infra.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final Instant START = Instant.parse("2026-12-01T04:00:00Z");

    private Instant now = START;
    private Instant expiry = START.plus(Duration.ofHours(1));
    private Instant issue = START;
    private final List<String> verified = new ArrayList<>();
    private final JWTAuthContextInfo rules = new JWTAuthContextInfo();
    private final VerifiedTokens tokens =
            new VerifiedTokens(new Verifier(), ((InstantSource) () -> now).withZone(ZoneOffset.UTC));

    @Test
    void verifiesRepeatedTokenOnce() throws ParseException {
        assertThat(tokens.parse("ada", rules).getSubject()).isEqualTo("ada");
        assertThat(tokens.parse("ada", rules).getSubject()).isEqualTo("ada");
        assertThat(verified).containsExactly("ada");
    }

    @Test
    void verifiesEveryOtherToken() throws ParseException {
        tokens.parse("ada", rules);
        assertThat(tokens.parse("bob", rules).getSubject()).isEqualTo("bob");
        assertThat(verified).containsExactly("ada", "bob");
    }

    @Test
    void verifiesRefusedTokenEachTime() {
        for (var round = 0; round < 2; round++) {
            assertThatExceptionOfType(ParseException.class).isThrownBy(() -> tokens.parse("forged", rules));
        }
        assertThat(verified).containsExactly("forged", "forged");
    }

    @Test
    void verifiesAgainAfterOneMinute() throws ParseException {
        tokens.parse("ada", rules);
        now = START.plus(VerifiedTokens.REMEMBERED).minusMillis(1);
        tokens.parse("ada", rules);
        assertThat(verified).containsExactly("ada");

        now = START.plus(VerifiedTokens.REMEMBERED);
        tokens.parse("ada", rules);
        assertThat(verified).containsExactly("ada", "ada");
    }

    @Test
    void verifiesAgainAfterExpiry() throws ParseException {
        expiry = START.plusSeconds(10);
        tokens.parse("ada", rules);
        now = START.plusSeconds(10);
        tokens.parse("ada", rules);
        assertThat(verified).containsExactly("ada", "ada");
    }

    @Test
    void verifiesAgainAfterTokenAge() throws ParseException {
        rules.setTokenAge(3600L);
        issue = START.minusSeconds(3590);
        tokens.parse("ada", rules);
        now = START.plusSeconds(10);
        tokens.parse("ada", rules);
        assertThat(verified).containsExactly("ada", "ada");
    }

    private final class Verifier extends JWTCallerPrincipalFactory {
        @Override
        public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
            verified.add(token);
            if (token.startsWith("forged")) {
                throw new ParseException("no valid signature");
            }
            var claims = new JwtClaims();
            claims.setSubject(token);
            claims.setIssuedAt(NumericDate.fromSeconds(issue.getEpochSecond()));
            claims.setExpirationTime(NumericDate.fromSeconds(expiry.getEpochSecond()));
            return new DefaultJWTCallerPrincipal(claims);
        }
    }
}
