package hk.itf.infra.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.local.LocalStack;
import hk.itf.infra.local.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules for alarms name metrics that the packaged services export. */
class AlarmRulesTest {

    /** A metric, with its label if the rule chooses one. */
    private static final Pattern SELECTOR = Pattern.compile("itf_[a-z_]+(\\{[^}]+})?");

    private static final LocalStack stack = PackagedServices.running();

    @Test
    void namesExportedMetrics() throws IOException, InterruptedException {
        var rules = Files.readString(PackagedServices.PROJECT.resolve("infra/alarms/rules.yaml"));
        var named = SELECTOR.matcher(rules).results().map(MatchResult::group).collect(Collectors.toSet());
        var exported = new StringBuilder();
        for (var service : Service.values()) {
            var uri = URI.create(
                    "http://127.0.0.1:%d/q/metrics".formatted(stack.ports().management(service)));
            try (var client = HttpClient.newHttpClient()) {
                exported.append(client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                        .body());
            }
        }
        assertThat(named).hasSizeGreaterThan(5);
        assertThat(named)
                .allSatisfy(selector -> assertThat(exported.toString())
                        .contains("\n" + selector + (selector.endsWith("}") ? " " : "")));
    }
}
