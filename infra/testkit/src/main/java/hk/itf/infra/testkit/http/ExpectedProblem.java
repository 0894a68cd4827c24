package hk.itf.infra.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The problem document that a bad request must get. The document must not reveal internals, and must not repeat long
 * parts of the request.
 *
 * @param slug the last part of the problem type
 * @param pointers the JSON Pointers of all faults, in order
 */
public record ExpectedProblem(int status, String slug, List<String> pointers) {

    private static final int LONGEST_ECHO = 64;
    private static final int LARGEST_REPLY = 4096;

    /** Class names, exceptions, SQL and file paths: nothing of these may be in a reply. */
    private static final Pattern INTERNALS = Pattern.compile(
            "hk\\.itf|java\\.|jakarta\\.|\\borg\\.|\\bcom\\.|\\bio\\.|Exception|\\.java|(?i:select |insert |update |constraint \"|relation )|/tmp|\\$[A-Z]");

    public ExpectedProblem {
        pointers = List.copyOf(pointers);
    }

    public static ExpectedProblem of(int status, String slug, String... pointers) {
        return new ExpectedProblem(status, slug, List.of(pointers));
    }

    /** @throws AssertionError naming the case, when the reply is not the expected problem */
    public void verify(String caseName, RawRequest request, RawReply reply) {
        assertThat(reply.status()).as("%s: %s", caseName, reply).isEqualTo(status);
        assertThat(reply.header("Content-Type")).as(caseName).startsWith("application/problem+json");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        var json = parse(reply); // Jackson, because each path of REST Assured compiles a Groovy script
        assertThat(json.path("type").textValue())
                .as("%s: %s", caseName, reply.body())
                .isEqualTo("urn:itf:problem:" + slug);
        assertThat(json.path("status").intValue()).isEqualTo(status);
        assertThat(json.path("title").asText()).isNotBlank();
        assertThat(json.path("detail").asText()).isNotBlank();
        assertThat(json.path("errors").findValuesAsText("pointer"))
                .as("%s: %s", caseName, reply.body())
                .isEqualTo(pointers);
        assertThat(reply.body()).doesNotContainPattern(INTERNALS).hasSizeLessThan(LARGEST_REPLY);
        verifyNoLongEcho(request, reply.body());
    }

    /** An echo longer than the limit contains a whole block of half the limit, so few blocks need a search. */
    private static void verifyNoLongEcho(RawRequest request, String reply) {
        var sent =
                new String(request.body(), StandardCharsets.UTF_8) + ' ' + request.target() + ' ' + request.headers();
        var block = LONGEST_ECHO / 2;
        for (var at = 0; at + block <= reply.length(); at += block) {
            if (sent.contains(reply.substring(at, at + block))) {
                verifyNoLongEchoAround(at, sent, reply);
            }
        }
    }

    private static void verifyNoLongEchoAround(int block, String sent, String reply) {
        var last = Math.min(block, reply.length() - LONGEST_ECHO - 1);
        for (var from = Math.max(0, block - LONGEST_ECHO); from <= last; from++) {
            var excerpt = reply.substring(from, from + LONGEST_ECHO + 1);
            if (sent.contains(excerpt)) {
                throw new AssertionError("the reply repeats " + excerpt);
            }
        }
    }

    private static JsonNode parse(RawReply reply) {
        try {
            return Json.mapper().readTree(reply.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("the reply is not JSON: " + reply.body(), e);
        }
    }
}
