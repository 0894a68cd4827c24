package hk.itf.infra.benchmark.lifecycle;

import static hk.itf.infra.local.Service.DISBURSEMENT;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.model.calendar.FinancialYear;
import hk.itf.model.money.Money;
import java.util.Map;

/** The money of a scheme's envelope, which fund controllers top up before the load, so that no award waits for money. */
public final class Funds {

    private Funds() {}

    /** Tops up this financial year's envelope unless that amount is free: one fund controller proposes, another confirms. */
    public static void ensure(LocalPlatform platform, String scheme, Money amount) {
        try (var client = platform.newClient()) {
            var controller = platform.newPerson("fund-controller");
            var year = FinancialYear.of(platform.today()).label();
            var envelopes = client.get(controller, DISBURSEMENT, "/envelopes?size=100")
                    .require(200, "The list of envelopes")
                    .json();
            var enough = envelopes
                    .path("items")
                    .valueStream()
                    .filter(envelope -> envelope.path("financialYear").asText().equals(year)
                            && envelope.path("scheme").asText().equals(scheme))
                    .anyMatch(envelope -> !amount.exceeds(free(envelope)));
            if (enough) {
                return;
            }
            var proposed = client.post(
                            controller,
                            DISBURSEMENT,
                            "/envelopes",
                            Map.of(
                                    "scheme",
                                    scheme,
                                    "financialYear",
                                    year,
                                    "amount",
                                    Map.of("amount", amount.amount(), "currency", "HKD"),
                                    "reason",
                                    "benchmark"))
                    .require(201, "The proposal of a top-up")
                    .json();
            var second = platform.newPerson("fund-controller");
            for (var topUp : proposed.path("topUps")) {
                if (topUp.path("status").asText().equals("PROPOSED")) {
                    var path = "/envelopes/" + proposed.path("id").asText() + "/top-ups/"
                            + topUp.path("id").asText() + "/confirmation";
                    client.post(second, DISBURSEMENT, path, Map.of()).require(200, "The confirmation of a top-up");
                }
            }
        }
    }

    private static Money free(JsonNode envelope) {
        return Money.of(envelope.at("/free/amount").asText(), Money.HKD);
    }
}
