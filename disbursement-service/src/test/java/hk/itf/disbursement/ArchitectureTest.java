package hk.itf.disbursement;

import hk.itf.infra.testkit.HouseRules;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceIsLaidOutByTheHouseRules() {
        HouseRules.check(
                "hk.itf.disbursement",
                Map.ofEntries(
                        Map.entry("ledger", Set.of()),
                        Map.entry("payee", Set.of()),
                        Map.entry("hold", Set.of()),
                        Map.entry("proposal", Set.of()),
                        Map.entry("envelope", Set.of("ledger", "proposal")),
                        Map.entry("award", Set.of("envelope", "ledger")),
                        Map.entry("receivable", Set.of("award", "envelope", "ledger", "proposal")),
                        Map.entry(
                                "tranche",
                                Set.of("award", "dutyconflict", "envelope", "payee", "hold", "ledger", "receivable")),
                        Map.entry(
                                "setoff",
                                Set.of(
                                        "award",
                                        "dutyconflict",
                                        "envelope",
                                        "payee",
                                        "ledger",
                                        "proposal",
                                        "receivable",
                                        "tranche")),
                        Map.entry(
                                "payment", Set.of("tranche", "award", "dutyconflict", "payee", "ledger", "receivable")),
                        Map.entry("paymentrun", Set.of("payment", "tranche")),
                        Map.entry("dutyconflict", Set.of("award")),
                        Map.entry("grant", Set.of("award", "tranche")),
                        Map.entry("reception", Set.of("award", "tranche"))));
    }
}
