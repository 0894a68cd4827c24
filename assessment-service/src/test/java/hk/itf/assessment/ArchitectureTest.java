package hk.itf.assessment;

import hk.itf.infra.testkit.HouseRules;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceIsLaidOutByTheHouseRules() {
        HouseRules.check(
                "hk.itf.assessment",
                Map.of(
                        "scheme", Set.of(),
                        "conflict", Set.of(),
                        "reviewcase", Set.of("scheme"),
                        "queue", Set.of("reviewcase", "conflict", "scheme"),
                        "scoring", Set.of("reviewcase", "conflict", "scheme"),
                        "panel", Set.of("scoring", "reviewcase", "conflict", "scheme"),
                        "decision", Set.of("scoring", "reviewcase", "conflict", "scheme"),
                        "oversight", Set.of("reviewcase"),
                        "claimvetting", Set.of("reviewcase", "conflict", "scheme"),
                        "reception", Set.of("reviewcase", "scheme")));
    }
}
