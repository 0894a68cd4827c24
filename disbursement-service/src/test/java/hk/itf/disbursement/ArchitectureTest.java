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
                Map.of(
                        "ledger", Set.of(),
                        "payee", Set.of(),
                        "hold", Set.of(),
                        "envelope", Set.of("ledger"),
                        "award", Set.of("envelope", "ledger"),
                        "tranche", Set.of("award", "dutyconflict", "envelope", "payee", "hold", "ledger"),
                        "payment", Set.of("tranche", "award", "dutyconflict", "payee", "ledger"),
                        "dutyconflict", Set.of("award"),
                        "grant", Set.of("award", "tranche"),
                        "reception", Set.of("award", "tranche")));
    }
}
