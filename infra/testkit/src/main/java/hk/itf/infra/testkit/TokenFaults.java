package hk.itf.infra.testkit;

import hk.itf.infra.local.TokenRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** Every way in which an {@code Authorization} header is not to be taken: each is answered 401 by every service. */
public final class TokenFaults {

    private static final String PERSON = "ada";
    private static final long TOLERANCE = 30;

    private TokenFaults() {}

    /**
     * @param audience of the service that is asked; one of the tokens is for all the others
     * @param roles that a good token of the same person would open the door with
     * @return the headers by the name of their fault; empty where none is to be sent
     */
    public static Map<String, String> all(String audience, String... roles) {
        var headers = forged(roles);
        var spoils = times();
        spoils.putAll(claims(audience));
        spoils.forEach((name, spoil) -> headers.put(name, signed(spoil, roles)));
        return headers;
    }

    /** A token that the issuer would sign. */
    public static String good(String... roles) {
        return signed(claims -> {}, roles);
    }

    /** A token that has expired a moment ago: clocks differ, so that it is taken all the same. */
    public static String tolerated(String... roles) {
        return signed(claims -> expire(claims, -TOLERANCE / 6), roles);
    }

    /** A good token that no header has room for. */
    public static String huge(String... roles) {
        return signed(claims -> claims.setStringClaim("filler", "x".repeat(64 * 1024)), roles);
    }

    private static Map<String, String> forged(String... roles) {
        var good = TokenForgery.claims(PERSON, roles);
        var signed = TokenForgery.signed(good);
        var headers = new LinkedHashMap<String, String>();
        headers.put("no token", "");
        headers.put("an empty token", "Bearer ");
        headers.put("garbage", "Bearer garbage");
        headers.put("dots", "Bearer ..");
        headers.put("a password", "Basic YWRhOmFkYQ==");
        headers.put("not signed", "Bearer " + TokenForgery.unsigned(good));
        headers.put("signed with the public key", "Bearer " + TokenForgery.signedWithThePublicKey(good));
        headers.put("signed by a stranger", "Bearer " + TokenForgery.signedByStranger(good));
        headers.put("signed by the key it brings", "Bearer " + TokenForgery.signedByItsOwnKey(good));
        headers.put("signed under an unknown key id", "Bearer " + TokenForgery.signedUnder("nobody", good));
        headers.put("a signature cut short", "Bearer " + signed.substring(0, signed.length() - 2));
        headers.put("no signature", "Bearer " + signed.substring(0, signed.lastIndexOf('.') + 1));
        headers.put("another payload", "Bearer " + swapped(signed, roles));
        return headers;
    }

    private static Map<String, Consumer<JwtClaims>> times() {
        var spoils = new LinkedHashMap<String, Consumer<JwtClaims>>();
        spoils.put("expired", claims -> expire(claims, -TOLERANCE - 15));
        spoils.put("not valid yet", claims -> claims.setNotBefore(inSeconds(300)));
        spoils.put("issued two hours ago", claims -> claims.setIssuedAt(inSeconds(-7200)));
        spoils.put("never expires", claims -> claims.unsetClaim("exp"));
        spoils.put("never issued", claims -> claims.unsetClaim("iat"));
        spoils.put("an expiry that is a text", claims -> claims.setStringClaim("exp", "tomorrow"));
        return spoils;
    }

    private static Map<String, Consumer<JwtClaims>> claims(String audience) {
        var spoils = new LinkedHashMap<String, Consumer<JwtClaims>>();
        spoils.put("of nobody", claims -> claims.unsetClaim("person"));
        spoils.put("of a person without a pseudonym", claims -> claims.setStringClaim("person", PERSON));
        spoils.put("of a number", claims -> claims.setClaim("person", 7));
        spoils.put("of an empty person", claims -> claims.setStringClaim("person", ""));
        spoils.put("of another issuer", claims -> claims.setIssuer("urn:itf:other"));
        spoils.put("of no issuer", claims -> claims.unsetClaim("iss"));
        spoils.put(
                "for the other services",
                claims -> claims.setAudience(TokenRequest.everyAudience().stream()
                        .filter(other -> !other.equals(audience))
                        .toList()));
        spoils.put("for nobody", claims -> claims.unsetClaim("aud"));
        spoils.put("for an organisation that is none", claims -> claims.setStringListClaim("organisations", "x"));
        return spoils;
    }

    private static String signed(Consumer<JwtClaims> change, String... roles) {
        var claims = TokenForgery.claims(PERSON, roles);
        change.accept(claims);
        return "Bearer " + TokenForgery.signed(claims);
    }

    /** The payload of one token under the signature of another. */
    private static String swapped(String signed, String... roles) {
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
