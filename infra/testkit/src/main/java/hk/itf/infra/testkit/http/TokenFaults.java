package hk.itf.infra.testkit.http;

import hk.itf.infra.local.TokenRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** {@code Authorization} headers that a service must refuse with 401. */
public final class TokenFaults {

    private static final String PERSON = "ada";
    private static final long TOLERANCE = 30;

    private TokenFaults() {}

    /**
     * Makes one header for each fault.
     *
     * @param audience the audience of the service; one of the tokens names the other audiences
     * @param roles the roles that the tokens name, so that only the fault can be the reason of a refusal
     * @return the headers by the name of their fault; an empty header means that the request has none
     */
    public static Map<String, String> all(String audience, String... roles) {
        var headers = forged(roles);
        var changes = times();
        changes.putAll(claims(audience));
        changes.forEach((name, change) -> headers.put(name, signed(change, roles)));
        return headers;
    }

    /** A valid token. */
    public static String good(String... roles) {
        return signed(claims -> {}, roles);
    }

    /** A token that expired five seconds ago, within the tolerance for clocks that differ. */
    public static String justExpired(String... roles) {
        return signed(claims -> expire(claims, -TOLERANCE / 6), roles);
    }

    /** A valid token of 64 KiB, larger than the limit for headers. */
    public static String oversized(String... roles) {
        return signed(claims -> claims.setStringClaim("filler", "x".repeat(64 * 1024)), roles);
    }

    private static Map<String, String> forged(String... roles) {
        var good = TokenForgery.claims(PERSON, roles);
        var signed = TokenForgery.signed(good);
        var headers = new LinkedHashMap<String, String>();
        headers.put("no token", "");
        headers.put("an empty token", "Bearer ");
        headers.put("no JWT", "Bearer garbage");
        headers.put("empty parts", "Bearer ..");
        headers.put("basic authentication", "Basic YWRhOmFkYQ==");
        headers.put("algorithm none", "Bearer " + TokenForgery.unsigned(good));
        headers.put("HMAC with the public key", "Bearer " + TokenForgery.signedWithPublicKeyAsSecret(good));
        headers.put("signed with an unknown key", "Bearer " + TokenForgery.signedWithUnknownKey(good));
        headers.put("signed with a key in the token", "Bearer " + TokenForgery.signedWithKeyInHeader(good));
        headers.put("signed under an unknown key id", "Bearer " + TokenForgery.signedUnder("nobody", good));
        headers.put("a truncated signature", "Bearer " + signed.substring(0, signed.length() - 2));
        headers.put("no signature", "Bearer " + signed.substring(0, signed.lastIndexOf('.') + 1));
        headers.put("another payload", "Bearer " + withOtherPayload(signed, roles));
        return headers;
    }

    private static Map<String, Consumer<JwtClaims>> times() {
        var changes = new LinkedHashMap<String, Consumer<JwtClaims>>();
        changes.put("expired", claims -> expire(claims, -TOLERANCE - 15));
        changes.put("not yet valid", claims -> claims.setNotBefore(inSeconds(300)));
        changes.put("issued two hours ago", claims -> claims.setIssuedAt(inSeconds(-7200)));
        changes.put("without an expiry", claims -> claims.unsetClaim("exp"));
        changes.put("without a time of issue", claims -> claims.unsetClaim("iat"));
        changes.put("with a text as expiry", claims -> claims.setStringClaim("exp", "tomorrow"));
        return changes;
    }

    private static Map<String, Consumer<JwtClaims>> claims(String audience) {
        var changes = new LinkedHashMap<String, Consumer<JwtClaims>>();
        changes.put("without a person", claims -> claims.unsetClaim("person"));
        changes.put("with a person that is not a UUID", claims -> claims.setStringClaim("person", PERSON));
        changes.put("with a number as person", claims -> claims.setClaim("person", 7));
        changes.put("with an empty person", claims -> claims.setStringClaim("person", ""));
        changes.put("from another issuer", claims -> claims.setIssuer("urn:itf:other"));
        changes.put("without an issuer", claims -> claims.unsetClaim("iss"));
        changes.put(
                "for other audiences",
                claims -> claims.setAudience(TokenRequest.everyAudience().stream()
                        .filter(other -> !other.equals(audience))
                        .toList()));
        changes.put("without an audience", claims -> claims.unsetClaim("aud"));
        changes.put("with a malformed organisation", claims -> claims.setStringListClaim("organisations", "x"));
        return changes;
    }

    private static String signed(Consumer<JwtClaims> change, String... roles) {
        var claims = TokenForgery.claims(PERSON, roles);
        change.accept(claims);
        return "Bearer " + TokenForgery.signed(claims);
    }

    /** A token with the payload of another token. */
    private static String withOtherPayload(String signed, String... roles) {
        var one = signed.split("\\.");
        var other = TokenForgery.signed(TokenForgery.claims("eve", roles)).split("\\.");
        return one[0] + '.' + other[1] + '.' + one[2];
    }

    private static void expire(JwtClaims claims, long seconds) {
        claims.setIssuedAt(inSeconds(-600));
        claims.setNotBefore(inSeconds(-600));
        claims.setExpirationTime(inSeconds(seconds));
    }

    private static NumericDate inSeconds(long seconds) {
        var date = NumericDate.now();
        date.addSeconds(seconds);
        return date;
    }
}
