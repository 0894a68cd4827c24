package hk.itf.applications.call;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.Map;

/** The service with a directory of scheme files beside those that are shipped. */
public final class SchemesOfOurOwn implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "itf.applications.schemes-directory",
                Path.of("src/test/resources/schemes").toAbsolutePath().toString());
    }
}
