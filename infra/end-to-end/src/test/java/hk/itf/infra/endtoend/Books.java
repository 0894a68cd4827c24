package hk.itf.infra.endtoend;

import static hk.itf.infra.local.Service.DISBURSEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hk.itf.infra.endtoend.story.People;
import hk.itf.infra.endtoend.story.Person;
import hk.itf.infra.endtoend.story.Platform;
import hk.itf.infra.local.StateFolder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;

/** Checks of the books that must pass after every test. */
final class Books {

    private Books() {}

    /** Requires that every law of the books holds and that the books balance. */
    static void requireCoherent(Platform platform) {
        var auditor = new People(platform).auditor;
        var coherence = auditor.get(DISBURSEMENT, "/coherence").expect(200).body();
        assertThat(coherence.path("coherent").asBoolean())
                .as(coherence.toString())
                .isTrue();
        var books = auditor.get(DISBURSEMENT, "/books").expect(200).body();
        assertThat(books.path("balanced").asBoolean()).as(books.toString()).isTrue();
    }

    /** The cents ever paid through the bank by our books: paid, owed and recovered amounts of all awards, less set-offs. */
    static long centsPaidByOurBooks(Platform platform) {
        var auditor = new People(platform).auditor;
        var awards = items(auditor, "/awards?size=100");
        var setOff = items(auditor, "/receivables?size=100").stream()
                .map(receivable -> auditor.get(
                                DISBURSEMENT,
                                "/receivables/" + receivable.path("id").asText())
                        .expect(200)
                        .body())
                .flatMap(receivable -> receivable.path("recoveries").valueStream())
                .filter(recovery -> recovery.path("how").asText().equals("SET_OFF")
                        && recovery.path("status").asText().equals("CONFIRMED"))
                .mapToLong(recovery -> cents(recovery, "/amount/amount"))
                .sum();
        return awards.stream()
                        .mapToLong(award -> cents(award, "/paid/amount")
                                + cents(award, "/owed/amount")
                                + cents(award, "/recovered/amount"))
                        .sum()
                - setOff;
    }

    private static List<JsonNode> items(Person auditor, String path) {
        return auditor.get(DISBURSEMENT, path)
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private static long cents(JsonNode amounts, String pointer) {
        return new BigDecimal(amounts.at(pointer).asText()).movePointRight(2).longValueExact();
    }

    /** The cents booked by the simulated bank. Its ledger file is independent of our books. */
    static long centsPaidByBankLedger(StateFolder state) throws IOException {
        var json = new ObjectMapper();
        var cents = 0L;
        for (var line : Files.readAllLines(state.bankLedger())) {
            var planned = json.readTree(line).path("planned");
            if (!planned.isEmpty()
                    && planned.get(planned.size() - 1).path("outcome").asText().equals("BOOKED")) {
                cents += planned.get(planned.size() - 1).path("amountCents").asLong();
            }
        }
        return cents;
    }
}
