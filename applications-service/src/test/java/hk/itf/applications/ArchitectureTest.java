package hk.itf.applications;

import hk.itf.infra.testkit.HouseRules;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceIsLaidOutByTheHouseRules() {
        HouseRules.check(
                "hk.itf.applications",
                Map.of(
                        "register", Set.of(),
                        "scheme", Set.of("register"),
                        "organisation", Set.of(),
                        "allowance", Set.of(),
                        "notice", Set.of(),
                        "application", Set.of("scheme", "register", "organisation", "allowance", "notice"),
                        "claim", Set.of("application", "organisation", "scheme", "notice"),
                        "amendment", Set.of("application", "claim", "allowance", "notice"),
                        "papers", Set.of("application", "scheme"),
                        "reception", Set.of("application", "claim", "amendment", "papers")));
    }
}
