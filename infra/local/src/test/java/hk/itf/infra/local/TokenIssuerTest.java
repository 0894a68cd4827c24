package hk.itf.infra.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenIssuerTest {

    @TempDir
    Path keys;

    @Test
    void signsTokensThatItsKeySetVerifies() throws Exception {
        var issuer = TokenIssuer.open(keys);
        var claims = verified(
                issuer.token(TokenRequest.of("Chan Siu Ming", "applicant").actingFor("org-1")), issuer.jwks());

        assertThat(claims.getIssuer()).isEqualTo("urn:itf:local-token-issuer");
        assertThat(claims.getStringClaimValue("person")).isEqualTo(TokenIssuer.personId("chan siu ming"));
        assertThat(claims.getStringClaimValue("upn")).isEqualTo(claims.getStringClaimValue("person"));
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("applicant");
        assertThat(claims.getStringListClaimValue("organisations")).containsExactly("org-1");
        assertThat(claims.getAudience()).containsExactly("itf-applications", "itf-assessment", "itf-disbursement");
        assertThat(claims.getJwtId()).isNotBlank();
    }

    @Test
    void keepsPrivateKeySecretAndReusesIt() throws Exception {
        var earlier = TokenIssuer.open(keys);
        var token = earlier.token(TokenRequest.of("anyone", "assessor"));

        assertThat(verified(token, TokenIssuer.open(keys).jwks())).isNotNull();
        assertThat(earlier.jwks()).doesNotContain("\"d\"");
        assertThat(Files.getPosixFilePermissions(keys.resolve("token-issuer.jwk.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void signsNoTokenThatOtherKeySetVerifies(@TempDir Path otherKeys) {
        var token = TokenIssuer.open(keys).token(TokenRequest.of("anyone", "assessor"));

        assertThatThrownBy(() -> verified(token, TokenIssuer.open(otherKeys).jwks()))
                .isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void refusesTokenWithoutPersonRoleOrLifetime() {
        assertThatThrownBy(() -> TokenRequest.of("anyone")).isInstanceOf(LocalStackException.class);
        assertThatThrownBy(() -> TokenRequest.of(" ", "assessor")).isInstanceOf(LocalStackException.class);
        assertThatThrownBy(() -> new TokenRequest(
                        "anyone", List.of("assessor"), List.of(), Duration.ZERO, TokenRequest.everyAudience()))
                .isInstanceOf(LocalStackException.class);
    }

    @Test
    void publishesOnlyPublicKey() throws Exception {
        var port = Ports.freePort();
        var issuer = TokenIssuer.open(keys);
        try (var endpoint = TokensEndpoint.start(issuer, port);
                var client = HttpClient.newHttpClient()) {
            assertThat(endpoint).isNotNull();
            var jwks = client.send(
                    HttpRequest.newBuilder(TokensEndpoint.jwksUri(port)).build(), BodyHandlers.ofString());
            var other = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/jwks.json/private"))
                            .build(),
                    BodyHandlers.discarding());

            assertThat(jwks.body()).isEqualTo(issuer.jwks());
            assertThat(jwks.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(other.statusCode()).isEqualTo(404);
        }
    }

    private static JwtClaims verified(String token, String jwks) throws Exception {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(jwks).getJsonWebKeys()))
                .setExpectedIssuer("urn:itf:local-token-issuer")
                .setExpectedAudience("itf-assessment")
                .setRequireExpirationTime()
                .setRequireSubject()
                .setExpectedType(true, "JWT")
                .build()
                .processToClaims(token);
    }
}
