package hk.itf.assessment;

import hk.itf.infra.houserules.HouseRules;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void serviceKeepsHouseRules() {
        HouseRules.check(
                "hk.itf.assessment",
                Map.ofEntries(
                        Map.entry("conflict", Set.of()),
                        Map.entry("reviewcase", Set.of()),
                        Map.entry("scheme", Set.of()),
                        Map.entry("oversight", Set.of("reviewcase")),
                        Map.entry("reviewtask", Set.of("reviewcase", "scheme")),
                        Map.entry("caseroute", Set.of("reviewcase", "reviewtask", "scheme")),
                        Map.entry("queue", Set.of("conflict", "reviewcase", "reviewtask", "scheme")),
                        Map.entry("claimvetting", Set.of("caseroute", "conflict", "reviewcase", "reviewtask")),
                        Map.entry("completeness", Set.of("caseroute", "reviewcase", "reviewtask")),
                        Map.entry("reception", Set.of("caseroute", "scheme")),
                        Map.entry("scoring", Set.of("caseroute", "conflict", "reviewcase", "reviewtask", "scheme")),
                        Map.entry("agendaitem", Set.of("reviewcase", "scoring")),
                        Map.entry("decision", Set.of("caseroute", "conflict", "reviewcase", "reviewtask", "scoring")),
                        Map.entry("meeting", Set.of("agendaitem", "reviewcase", "reviewtask", "scheme")),
                        Map.entry(
                                "panel",
                                Set.of(
                                        "agendaitem",
                                        "caseroute",
                                        "conflict",
                                        "meeting",
                                        "reviewcase",
                                        "reviewtask",
                                        "scheme",
                                        "scoring"))));
    }
}
