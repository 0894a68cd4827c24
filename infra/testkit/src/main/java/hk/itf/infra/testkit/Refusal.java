package hk.itf.infra.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
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
        var json = JsonPath.from(reply.body());
        assertThat(json.getString("type")).as("%s: %s", name, reply.body()).isEqualTo("urn:itf:problem:" + problem);
        assertThat(json.getInt("status")).isEqualTo(status);
        assertThat(json.getString("title")).isNotBlank();
        assertThat(json.getString("detail")).isNotBlank();
        assertThat(json.getList("errors.pointer"))
                .as("%s: %s", name, reply.body())
                .isEqualTo(pointers);
        tellsNothing(sent, reply);
    }

    private static void tellsNothing(RawRequest sent, RawReply reply) {
        assertThat(reply.body()).doesNotContainPattern(LEAK).hasSizeLessThan(LARGEST_REPLY);
        var text = new String(sent.body(), StandardCharsets.UTF_8) + ' ' + sent.target() + ' ' + sent.headers();
        for (var from = 0; from + LONGEST_ECHO < reply.body().length(); from++) {
            var excerpt = reply.body().substring(from, from + LONGEST_ECHO + 1);
            assertThat(text.contains(excerpt))
                    .as("the answer repeats %s", excerpt)
                    .isFalse();
        }
    }
}
