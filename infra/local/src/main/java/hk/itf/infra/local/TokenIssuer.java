package hk.itf.infra.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * Stands in for the identity provider: signs ES256 tokens with a key of its own, which no real environment trusts.
 * Times in tokens are real time, never business time: a login does not expire because the calendar was moved on.
 */
public final class TokenIssuer {

    public static final String ISSUER = "urn:itf:local-token-issuer";

    private static final String KEY_FILE = "token-issuer.jwk.json";

    private final EllipticCurveJsonWebKey key;
    private final InstantSource realTime;

    private TokenIssuer(EllipticCurveJsonWebKey key, InstantSource realTime) {
        this.key = key;
        this.realTime = realTime;
    }

    /** Opens the issuer whose key lies in this folder, drawing the key on first use. */
    public static TokenIssuer open(Path keysFolder) {
        return open(keysFolder, InstantSource.system());
    }

    static TokenIssuer open(Path keysFolder, InstantSource realTime) {
        var file = keysFolder.resolve(KEY_FILE);
        try {
            if (Files.notExists(file)) {
                keep(file, draw());
            }
            return new TokenIssuer(
                    new EllipticCurveJsonWebKey(org.jose4j.json.JsonUtil.parseJson(Files.readString(file))), realTime);
        } catch (IOException | JoseException e) {
            throw new LocalStackException(
                    "The token issuer's key %s cannot be read or made: delete it, and tokens given out so far are void."
                            .formatted(file),
                    e);
        }
    }

    /** The pseudonym services know a person by. The same name is the same person on every machine. */
    public static String personId(String name) {
        var canonical = "person:" + name.strip().toLowerCase(Locale.ROOT);
        return UUID.nameUUIDFromBytes(canonical.getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /**
     * A signed token in compact form. Services act on and record the {@code person} claim, the pseudonym; the account
     * name appears in {@code sub} alone, as with any identity provider.
     */
    public String token(TokenRequest request) {
        var now = realTime.instant();
        var person = personId(request.personName());
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setSubject("account:" + request.personName());
        claims.setStringClaim("person", person);
        claims.setStringClaim("upn", person);
        claims.setStringListClaim("groups", request.roles());
        claims.setStringListClaim("organisations", request.organisations());
        claims.setAudience(request.audiences());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setNotBefore(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(
                NumericDate.fromSeconds(now.plus(request.lifetime()).getEpochSecond()));
        claims.setJwtId(UUID.randomUUID().toString());

        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setHeader("typ", "JWT");
        signature.setKey(key.getPrivateKey());
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new LocalStackException("The token could not be signed.", e);
        }
    }

    /** The public half, as a JSON Web Key Set. */
    public String jwks() {
        return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private static EllipticCurveJsonWebKey draw() throws JoseException {
        var drawn = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        drawn.setKeyId(UUID.randomUUID().toString());
        drawn.setUse("sig");
        drawn.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        return drawn;
    }

    /** Written beside and moved, and readable by its owner from the first byte on. */
    private static void keep(Path file, EllipticCurveJsonWebKey drawn) throws IOException {
        Files.createDirectories(file.getParent());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var written = Files.createTempFile(file.getParent(), "key", ".tmp", ownerOnly);
        Files.writeString(written, drawn.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
