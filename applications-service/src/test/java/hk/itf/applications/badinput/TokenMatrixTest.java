package hk.itf.applications.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.testkit.DatabaseDigest;
import hk.itf.infra.testkit.RawReply;
import hk.itf.infra.testkit.RawRequest;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TokenForgery;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

/** Whose token is taken, and that no other is. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class TokenMatrixTest {

    @Test
    void whatTheIssuerSignedIsTaken() {
        assertThat(register("Bearer " + signed(claims -> {})).status()).isEqualTo(201);
        assertThat(register("Bearer " + signed(claims -> expire(claims, -5))).status())
                .as("within the clocks' tolerance")
                .isEqualTo(201);
    }

    @Test
    void nothingElseIsTakenAndNothingIsStored() {
        var before = DatabaseDigest.settled();
        refused().forEach((name, authorization) -> {
            var reply = register(authorization);
            assertThat(reply.status()).as(name).isEqualTo(401);
            assertThat(reply.header("WWW-Authenticate")).as(name).startsWith("Bearer");
            assertThat(reply.header("Content-Type")).as(name).startsWith("application/problem+json");
            assertThat(reply.body()).as(name).contains("urn:itf:problem:unauthenticated");
        });
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void aTokenOf64KibIsTooLargeForAHeader() {
        var before = DatabaseDigest.settled();
        var huge = register("Bearer " + signed(claims -> claims.setStringClaim("filler", "x".repeat(64 * 1024))));
        assertThat(huge.status()).isEqualTo(431);
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void aPersonWithoutTheRoleIsToldSoAndNothingIsStored() {
        var before = DatabaseDigest.settled();
        for (var roles : new String[][] {{}, {"assessor"}, {"Applicant"}, {"applicant "}, {"*"}}) {
            var reply = register("Bearer " + TokenForgery.signed(TokenForgery.claims("ada", roles)));
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
            assertThat(reply.body()).contains("urn:itf:problem:forbidden");
        }
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    private static Map<String, String> refused() {
        var good = TokenForgery.claims("ada", "applicant");
        var tokens = new LinkedHashMap<String, String>();
        tokens.put("no token", "");
        tokens.put("an empty token", "Bearer ");
        tokens.put("garbage", "Bearer garbage");
        tokens.put("dots", "Bearer ..");
        tokens.put("a password", "Basic YWRhOmFkYQ==");
        tokens.put("not signed", "Bearer " + TokenForgery.unsigned(good));
        tokens.put("signed with the public key", "Bearer " + TokenForgery.signedWithThePublicKey(good));
        tokens.put("signed by a stranger", "Bearer " + TokenForgery.signedByStranger(good));
        tokens.put("signed by the key it brings", "Bearer " + TokenForgery.signedByItsOwnKey(good));
        tokens.put("signed under an unknown key id", "Bearer " + TokenForgery.signedUnder("nobody", good));
        tokens.put("a signature cut short", "Bearer " + shortened(TokenForgery.signed(good), 2));
        tokens.put("no signature", "Bearer " + withoutSignature(TokenForgery.signed(good)));
        tokens.put("another payload", "Bearer " + swapped(good));
        spoiled(tokens, "expired", claims -> expire(claims, -45));
        spoiled(tokens, "not valid yet", claims -> claims.setNotBefore(inSeconds(300)));
        spoiled(tokens, "issued two hours ago", claims -> claims.setIssuedAt(inSeconds(-7200)));
        spoiled(tokens, "never expires", claims -> claims.unsetClaim("exp"));
        spoiled(tokens, "never issued", claims -> claims.unsetClaim("iat"));
        spoiled(tokens, "an expiry that is a text", claims -> claims.setStringClaim("exp", "tomorrow"));
        spoiled(tokens, "of nobody", claims -> claims.unsetClaim("person"));
        spoiled(tokens, "of a person without a pseudonym", claims -> claims.setStringClaim("person", "ada"));
        spoiled(tokens, "of a number", claims -> claims.setClaim("person", 7));
        spoiled(tokens, "of an empty person", claims -> claims.setStringClaim("person", ""));
        spoiled(tokens, "of another issuer", claims -> claims.setIssuer("urn:itf:other"));
        spoiled(tokens, "of no issuer", claims -> claims.unsetClaim("iss"));
        spoiled(tokens, "for another service", claims -> claims.setAudience("itf-disbursement"));
        spoiled(tokens, "for nobody", claims -> claims.unsetClaim("aud"));
        spoiled(tokens, "for an organisation that is none", claims -> claims.setStringListClaim("organisations", "x"));
        return tokens;
    }

    private static void spoiled(Map<String, String> tokens, String name, Consumer<JwtClaims> spoil) {
        tokens.put(name, "Bearer " + signed(spoil));
    }

    private static String signed(Consumer<JwtClaims> change) {
        var claims = TokenForgery.claims("ada", "applicant");
        change.accept(claims);
        return TokenForgery.signed(claims);
    }

    private static String shortened(String token, int by) {
        return token.substring(0, token.length() - by);
    }

    private static String withoutSignature(String token) {
        return token.substring(0, token.lastIndexOf('.') + 1);
    }

    /** The payload of one token under the signature of another. */
    private static String swapped(JwtClaims claims) {
        var one = TokenForgery.signed(claims).split("\\.");
        var other = TokenForgery.signed(TokenForgery.claims("eve", "applicant")).split("\\.");
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

    private static RawReply register(String authorization) {
        var request = RawRequest.of("POST", "/organisations")
                .with("Content-Type", "application/json")
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"name\":\"Harbour Robotics Limited\",\"kind\":\"COMPANY\"}");
        return (authorization.isEmpty() ? request : request.with("Authorization", authorization))
                .send(RestAssured.port);
    }
}
