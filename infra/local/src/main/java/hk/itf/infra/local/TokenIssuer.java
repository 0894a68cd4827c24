package hk.itf.infra.local;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The local replacement of the identity provider. It signs ES256 tokens with its own key, which only the local stack
 * trusts. Times in tokens are real times, so that moving the business clock expires no login.
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

    /** Opens the issuer with the key in this folder. The first use creates the key. */
    public static TokenIssuer open(Path keysFolder) {
        return open(keysFolder, InstantSource.system());
    }

    static TokenIssuer open(Path keysFolder, InstantSource realTime) {
        var file = keysFolder.resolve(KEY_FILE);
        try {
            if (Files.notExists(file)) {
                store(file, createKey());
            }
            return new TokenIssuer(
                    new EllipticCurveJsonWebKey(org.jose4j.json.JsonUtil.parseJson(Files.readString(file))), realTime);
        } catch (IOException | JoseException e) {
            throw new LocalStackException(
                    "The key of the token issuer, %s, cannot be read or created. Delete the file; the tokens that exist then become invalid."
                            .formatted(file),
                    e);
        }
    }

    /** Returns the pseudonym of a person. It depends only on the name, in upper or lower case. */
    public static String personId(String name) {
        var canonical = "person:" + name.strip().toLowerCase(Locale.ROOT);
        return UUID.nameUUIDFromBytes(canonical.getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /**
     * Returns a signed token in compact form. Services read the claim {@code person}, a pseudonym; only {@code sub} holds
     * the account name.
     */
    public String token(TokenRequest request) {
        var now = realTime.instant();
        var person = personId(request.personName());
        return Jwt.issuer(ISSUER)
                .subject("account:" + request.personName())
                .upn(person)
                .groups(new LinkedHashSet<>(request.roles()))
                .audience(new LinkedHashSet<>(request.audiences()))
                .claim("person", person)
                .claim("organisations", request.organisations())
                .issuedAt(now)
                .claim("nbf", now.getEpochSecond())
                .expiresAt(now.plus(request.lifetime()))
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(key.getKeyId())
                .sign(key.getEcPrivateKey());
    }

    /** The public key, as a JSON Web Key Set. */
    public String jwks() {
        return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private static EllipticCurveJsonWebKey createKey() throws JoseException {
        var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(UUID.randomUUID().toString());
        key.setUse("sig");
        key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        return key;
    }

    /** Writes a temporary file that only its owner can read, then renames it, so that nobody reads half a key. */
    private static void store(Path file, EllipticCurveJsonWebKey key) throws IOException {
        Files.createDirectories(file.getParent());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var written = Files.createTempFile(file.getParent(), "key", ".tmp", ownerOnly);
        Files.writeString(written, key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
