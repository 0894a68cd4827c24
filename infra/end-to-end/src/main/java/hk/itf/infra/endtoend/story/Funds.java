package hk.itf.infra.endtoend.story;

import static hk.itf.infra.local.Service.DISBURSEMENT;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.model.calendar.FinancialYear;
import hk.itf.model.money.Money;
import java.util.Map;
import java.util.Optional;

/** What fund controllers do with disbursement-service: see that there is money to promise. */
public final class Funds {

    private static final Money ENOUGH = Money.hkd(2_000_000);

    private final Platform platform;
    private final Cast cast;
    private final Journal journal;

    Funds(Platform platform, Cast cast, Journal journal) {
        this.platform = platform;
        this.cast = cast;
        this.journal = journal;
    }

    /** What can still be promised this financial year to research posts. */
    public Money free() {
        return free("rth");
    }

    public Money free(String scheme) {
        return envelopeOf(scheme)
                .map(envelope -> Money.of(envelope.at("/free/amount").asText(), Money.HKD))
                .orElse(Money.ZERO);
    }

    private Optional<JsonNode> envelopeOf(String scheme) {
        var envelopes = cast.controller
                .get(DISBURSEMENT, "/envelopes?size=100")
                .expect(200)
                .body()
                .path("items");
        return envelopes
                .valueStream()
                .filter(envelope -> envelope.path("financialYear").asText().equals(financialYear())
                        && envelope.path("scheme").asText().equals(scheme))
                .findFirst();
    }

    /** The id of this financial year's envelope. */
    public String envelope(String scheme) {
        return envelopeOf(scheme)
                .map(envelope -> envelope.path("id").asText())
                .orElseThrow(() -> new JourneyFailed("there is no envelope of " + scheme + " " + financialYear()));
    }

    public Reply tryToCarryOver(String envelope) {
        return cast.controller.post(
                DISBURSEMENT, "/envelopes/" + envelope + "/carry-overs", Map.of("reason", "The accounts are agreed."));
    }

    /** One controller proposes the end of a year; answers the id of the proposal. */
    public String proposeCarryOver(String envelope) {
        var proposed = tryToCarryOver(envelope).expect(201).body().path("carryOvers");
        journal.step(cast.controller, "proposes the end of the year", "what is free and who waits go on");
        return proposed.get(proposed.size() - 1).path("id").asText();
    }

    public Reply confirmCarryOver(Person controller, String envelope, String carryOver) {
        var path = "/envelopes/" + envelope;
        return controller.change(DISBURSEMENT, path, path + "/carry-overs/" + carryOver + "/confirmation", Map.of());
    }

    public void ensureEnough() {
        ensureEnough("rth");
    }

    public void ensureEnough(String scheme) {
        ensure(scheme, ENOUGH);
    }

    public void ensure(String scheme, Money enough) {
        if (enough.exceeds(free(scheme))) {
            topUp(scheme, enough);
        }
    }

    /** Four eyes: one controller proposes, another confirms. */
    public void topUp(Money amount) {
        topUp("rth", amount);
    }

    public void topUp(String scheme, Money amount) {
        var reply = cast.controller
                .post(
                        DISBURSEMENT,
                        "/envelopes",
                        Map.of(
                                "scheme",
                                scheme,
                                "financialYear",
                                financialYear(),
                                "amount",
                                Person.hkd(amount.amount()),
                                "reason",
                                "demonstration data"))
                .expect(201);
        var topUps = "/envelopes/" + reply.text("id") + "/top-ups/";
        for (var topUp : reply.body().path("topUps")) {
            if (topUp.path("status").asText().equals("PROPOSED")) {
                cast.secondController
                        .post(DISBURSEMENT, topUps + topUp.path("id").asText() + "/confirmation", Map.of())
                        .expect(200);
            }
        }
        journal.step(
                cast.secondController,
                "confirms a top-up that Karl proposed",
                "envelope " + scheme + " " + financialYear(),
                amount);
    }

    private String financialYear() {
        return FinancialYear.of(platform.today()).label();
    }
}
