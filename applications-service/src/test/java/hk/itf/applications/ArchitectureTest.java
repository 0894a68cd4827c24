package hk.itf.applications;

import hk.itf.infra.houserules.HouseRules;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceIsLaidOutByTheHouseRules() {
        HouseRules.check(
                "hk.itf.applications",
                Map.ofEntries(
                        Map.entry("allowance", Set.of()),
                        Map.entry("grant", Set.of()),
                        Map.entry("notice", Set.of()),
                        Map.entry("organisation", Set.of()),
                        Map.entry("register", Set.of()),
                        Map.entry("scheme", Set.of("register")),
                        Map.entry("call", Set.of("scheme")),
                        Map.entry("application", Set.of("allowance", "call", "grant", "organisation", "scheme")),
                        Map.entry("claimline", Set.of("application", "grant")),
                        Map.entry(
                                "progress",
                                Set.of("allowance", "application", "grant", "notice", "register", "scheme")),
                        Map.entry("submission", Set.of("allowance", "application", "call", "organisation", "scheme")),
                        Map.entry("claim", Set.of("application", "claimline", "grant", "notice", "progress")),
                        Map.entry("proposal", Set.of("allowance", "application", "grant", "progress", "scheme")),
                        Map.entry(
                                "amendment",
                                Set.of("allowance", "application", "claim", "grant", "notice", "progress", "proposal")),
                        Map.entry("report", Set.of("application", "claim", "grant", "notice")),
                        Map.entry("papers", Set.of("amendment", "application", "claim", "scheme")),
                        Map.entry("reception", Set.of("amendment", "claim", "papers", "progress"))));
    }
}
