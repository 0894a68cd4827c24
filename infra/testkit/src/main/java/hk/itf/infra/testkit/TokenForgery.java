package hk.itf.infra.testkit;

import hk.itf.infra.local.TokenIssuer;
import hk.itf.infra.local.TokenRequest;
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

/** Tokens that no issuer would give out, and the claims of one that it would, to be spoiled. */
public final class TokenForgery {

    private TokenForgery() {}

    /** The claims of a good token, as the test's issuer makes them. */
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

    /** Signed with the real key. */
    public static String signed(JwtClaims claims) {
        var key = realKey();
        return signedBy(key, key.getKeyId(), claims);
    }

    /** Signed with the real key, under another name of it. */
    public static String signedUnder(String keyId, JwtClaims claims) {
        return signedBy(realKey(), keyId, claims);
    }

    /** Signed with a key that nobody knows, under the name of the real one. */
    public static String signedByStranger(JwtClaims claims) {
        return signedBy(strangersKey(), realKey().getKeyId(), claims);
    }

    /** Signed with a key that nobody knows, which the token brings along. */
    public static String signedByItsOwnKey(JwtClaims claims) {
        var own = strangersKey();
        var signature = signature(claims, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setJwkHeader(own);
        signature.setKey(own.getPrivateKey());
        return compact(signature);
    }

    /** Not signed at all: {@code alg} is {@code none}. */
    public static String unsigned(JwtClaims claims) {
        return compact(signature(claims, AlgorithmIdentifiers.NONE));
    }

    /** Signed with HS256, whose secret is the public key as everybody can read it. */
    public static String signedWithThePublicKey(JwtClaims claims) {
        var key = realKey();
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

    private static EllipticCurveJsonWebKey strangersKey() {
        try {
            return EcJwkGenerator.generateJwk(EllipticCurves.P256);
        } catch (JoseException e) {
            throw new IllegalStateException("no key could be drawn", e);
        }
    }

    private static EllipticCurveJsonWebKey realKey() {
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
