package hk.itf.applications.call;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.Map;

/** A deployment with a directory of scheme files beside those that are shipped, and a first day for one of these. */
public final class SchemesOfOurOwn implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "itf.applications.schemes-directory",
                Path.of("src/test/resources/schemes").toAbsolutePath().toString(),
                "itf.applications.scheme-starts.\"nittp/v2\"",
                "2026-04-01");
    }
}
