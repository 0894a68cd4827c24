package hk.itf.infra.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a bad request is to be refused: with a clear problem that tells nothing else.
 *
 * @param problem the last segment of its type
 * @param pointers of every fault, in order
 */
public record Refusal(int status, String problem, List<String> pointers) {

    private static final int LONGEST_ECHO = 64;
    private static final int LARGEST_REPLY = 4096;

    /** What an answer must never tell: our classes, the libraries below, SQL, stacks, places on the disk. */
    private static final Pattern LEAK = Pattern.compile(
            "hk\\.itf|java\\.|jakarta\\.|\\borg\\.|\\bcom\\.|\\bio\\.|Exception|\\.java|(?i:select |insert |update |constraint \"|relation )|/tmp|\\$[A-Z]");

    public Refusal {
        pointers = List.copyOf(pointers);
    }

    public static Refusal of(int status, String problem, String... pointers) {
        return new Refusal(status, problem, List.of(pointers));
    }

    /** @param name of the case, for the message */
    public void isTheAnswer(String name, RawRequest sent, RawReply reply) {
        assertThat(reply.status()).as("%s: %s", name, reply).isEqualTo(status);
        assertThat(reply.header("Content-Type")).as(name).startsWith("application/problem+json");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        var json = json(reply); // REST Assured's paths compile a script each: too slow for so many cases
        assertThat(json.path("type").textValue())
                .as("%s: %s", name, reply.body())
                .isEqualTo("urn:itf:problem:" + problem);
        assertThat(json.path("status").intValue()).isEqualTo(status);
        assertThat(json.path("title").asText()).isNotBlank();
        assertThat(json.path("detail").asText()).isNotBlank();
        assertThat(json.path("errors").findValuesAsText("pointer"))
                .as("%s: %s", name, reply.body())
                .isEqualTo(pointers);
        tellsNothing(sent, reply);
    }

    private static void tellsNothing(RawRequest sent, RawReply reply) {
        assertThat(reply.body()).doesNotContainPattern(LEAK).hasSizeLessThan(LARGEST_REPLY);
        var text = new String(sent.body(), StandardCharsets.UTF_8) + ' ' + sent.target() + ' ' + sent.headers();
        // an echo that is too long holds a whole half of the longest, wherever it begins: few excerpts are looked for
        // in a large body
        for (var half = 0; half + LONGEST_ECHO / 2 <= reply.body().length(); half += LONGEST_ECHO / 2) {
            if (text.contains(reply.body().substring(half, half + LONGEST_ECHO / 2))) {
                repeatsNothing(text, reply.body(), half);
            }
        }
    }

    /** Looks at every excerpt around a half of one that is repeated. */
    private static void repeatsNothing(String text, String reply, int half) {
        var last = Math.min(half, reply.length() - LONGEST_ECHO - 1);
        for (var from = Math.max(0, half - LONGEST_ECHO); from <= last; from++) {
            var excerpt = reply.substring(from, from + LONGEST_ECHO + 1);
            if (text.contains(excerpt)) {
                throw new AssertionError("the answer repeats " + excerpt);
            }
        }
    }

    private static JsonNode json(RawReply reply) {
        try {
            return Json.mapper().readTree(reply.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + reply.body(), e);
        }
    }
}
