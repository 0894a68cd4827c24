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
                Map.ofEntries(
                        Map.entry("register", Set.of()),
                        Map.entry("scheme", Set.of("register")),
                        Map.entry("organisation", Set.of()),
                        Map.entry("allowance", Set.of()),
                        Map.entry("notice", Set.of()),
                        Map.entry(
                                "application",
                                Set.of("call", "scheme", "register", "organisation", "allowance", "notice")),
                        Map.entry("claim", Set.of("application", "organisation", "scheme", "notice")),
                        Map.entry(
                                "amendment",
                                Set.of("application", "organisation", "scheme", "claim", "allowance", "notice")),
                        Map.entry("report", Set.of("application", "claim", "notice")),
                        Map.entry("papers", Set.of("application", "amendment", "claim", "scheme")),
                        Map.entry("reception", Set.of("application", "claim", "amendment", "papers")),
                        Map.entry("call", Set.of("scheme"))));
    }
}
