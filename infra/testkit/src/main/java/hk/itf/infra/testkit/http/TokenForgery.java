package hk.itf.infra.testkit.http;

import hk.itf.infra.local.TokenIssuer;
import hk.itf.infra.local.TokenRequest;
import hk.itf.infra.testkit.StackResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Signs arbitrary claims, with the issuer's key or with other keys. */
public final class TokenForgery {

    private TokenForgery() {}

    /** The claims of a valid token. */
    public static JwtClaims claims(String person, String... roles) {
        var claims = new JwtClaims();
        claims.setIssuer(TokenIssuer.ISSUER);
        claims.setSubject("account:" + person);
        claims.setStringClaim("person", TokenIssuer.personId(person));
        claims.setStringClaim("upn", TokenIssuer.personId(person));
        claims.setStringListClaim("groups", List.of(roles));
        claims.setAudience(TokenRequest.everyAudience());
        claims.setIssuedAtToNow();
        claims.setNotBeforeMinutesInThePast(0);
        claims.setExpirationTimeMinutesInTheFuture(60);
        claims.setGeneratedJwtId();
        return claims;
    }

    /** Signed with the issuer's key. */
    public static String signed(JwtClaims claims) {
        var key = issuerKey();
        return signedBy(key, key.getKeyId(), claims);
    }

    /** Signed with the issuer's key, with another key id in the header. */
    public static String signedUnder(String keyId, JwtClaims claims) {
        return signedBy(issuerKey(), keyId, claims);
    }

    /** Signed with an unknown key, with the key id of the issuer's key. */
    public static String signedWithUnknownKey(JwtClaims claims) {
        return signedBy(unknownKey(), issuerKey().getKeyId(), claims);
    }

    /** Signed with an unknown key that the header contains. */
    public static String signedWithKeyInHeader(JwtClaims claims) {
        var own = unknownKey();
        var signature = signature(claims, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setJwkHeader(own);
        signature.setKey(own.getPrivateKey());
        return compact(signature);
    }

    /** Unsigned: the algorithm is {@code none}. */
    public static String unsigned(JwtClaims claims) {
        return compact(signature(claims, AlgorithmIdentifiers.NONE));
    }

    /** Signed with HS256, with the public key as the secret. */
    public static String signedWithPublicKeyAsSecret(JwtClaims claims) {
        var key = issuerKey();
        var signature = signature(claims, AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(new HmacKey(
                key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY).getBytes(StandardCharsets.UTF_8)));
        return compact(signature);
    }

    private static String signedBy(EllipticCurveJsonWebKey key, String keyId, JwtClaims claims) {
        var signature = signature(claims, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setKeyIdHeaderValue(keyId);
        signature.setKey(key.getPrivateKey());
        return compact(signature);
    }

    private static JsonWebSignature signature(JwtClaims claims, String algorithm) {
        var signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setHeader("typ", "JWT");
        signature.setPayload(claims.toJson());
        return signature;
    }

    private static String compact(JsonWebSignature signature) {
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the token cannot be forged", e);
        }
    }

    private static EllipticCurveJsonWebKey unknownKey() {
        try {
            return EcJwkGenerator.generateJwk(EllipticCurves.P256);
        } catch (JoseException e) {
            throw new IllegalStateException("no key could be drawn", e);
        }
    }

    private static EllipticCurveJsonWebKey issuerKey() {
        try {
            var file = StackResource.folder().resolve("keys").resolve("token-issuer.jwk.json");
            return new EllipticCurveJsonWebKey(org.jose4j.json.JsonUtil.parseJson(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException("the issuer's key cannot be read", e);
        }
    }
}
