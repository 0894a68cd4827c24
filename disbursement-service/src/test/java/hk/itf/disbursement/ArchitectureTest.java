package hk.itf.disbursement;

import hk.itf.infra.houserules.HouseRules;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceIsLaidOutByTheHouseRules() {
        HouseRules.check(
                "hk.itf.disbursement",
                Map.ofEntries(
                        Map.entry("award", Set.of()),
                        Map.entry("filing", Set.of()),
                        Map.entry("hold", Set.of()),
                        Map.entry("ledger", Set.of()),
                        Map.entry("payee", Set.of()),
                        Map.entry("proposal", Set.of()),
                        Map.entry("bank", Set.of("payee")),
                        Map.entry("dutyconflict", Set.of("award")),
                        Map.entry("envelope", Set.of("ledger", "proposal")),
                        Map.entry("commitment", Set.of("award", "envelope", "filing", "ledger")),
                        Map.entry("tranche", Set.of("award", "dutyconflict", "hold", "payee")),
                        Map.entry("grant", Set.of("award", "tranche")),
                        Map.entry("receivable", Set.of("award", "commitment", "envelope", "ledger", "proposal")),
                        Map.entry("debtor", Set.of("receivable")),
                        Map.entry(
                                "setoff",
                                Set.of(
                                        "award",
                                        "commitment",
                                        "dutyconflict",
                                        "ledger",
                                        "payee",
                                        "proposal",
                                        "receivable",
                                        "tranche")),
                        Map.entry(
                                "settlement",
                                Set.of(
                                        "award",
                                        "commitment",
                                        "envelope",
                                        "filing",
                                        "hold",
                                        "ledger",
                                        "receivable",
                                        "tranche")),
                        Map.entry(
                                "payment",
                                Set.of(
                                        "award",
                                        "bank",
                                        "dutyconflict",
                                        "ledger",
                                        "payee",
                                        "receivable",
                                        "settlement",
                                        "tranche")),
                        Map.entry(
                                "trancheplan",
                                Set.of("award", "commitment", "envelope", "filing", "ledger", "settlement", "tranche")),
                        Map.entry("paymentrun", Set.of("payment", "tranche")),
                        Map.entry("reception", Set.of("commitment", "filing", "settlement", "trancheplan"))));
    }
}
