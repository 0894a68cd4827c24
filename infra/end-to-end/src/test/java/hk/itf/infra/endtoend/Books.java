package hk.itf.infra.endtoend;

import static hk.itf.infra.local.Service.DISBURSEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import hk.itf.infra.endtoend.story.Cast;
import hk.itf.infra.endtoend.story.Platform;
import hk.itf.infra.local.StateFolder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;

/** What must hold of the money whatever happened. */
final class Books {

    private Books() {}

    static void requireCoherent(Platform platform) {
        var auditor = new Cast(platform).auditor;
        var coherence = auditor.get(DISBURSEMENT, "/coherence").expect(200).body();
        assertThat(coherence.path("coherent").asBoolean())
                .as(coherence.toString())
                .isTrue();
        var books = auditor.get(DISBURSEMENT, "/books").expect(200).body();
        assertThat(books.path("balanced").asBoolean()).as(books.toString()).isTrue();
    }

    static long centsPaid(Platform platform) {
        var cents = 0L;
        for (var award : new Cast(platform)
                .auditor
                .get(DISBURSEMENT, "/awards?size=100")
                .expect(200)
                .body()
                .path("items")) {
            cents += new BigDecimal(award.at("/paid/amount").asText())
                    .movePointRight(2)
                    .longValueExact();
        }
        return cents;
    }

    /** The bank keeps its own ledger and knows nothing of ours: what it was told to pay, each instruction once, and booked. */
    static long centsPaidByTheBank(StateFolder state) throws IOException {
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
