package hk.itf.infra.endtoend.story;

import static hk.itf.infra.local.Service.DISBURSEMENT;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.model.calendar.FinancialYear;
import hk.itf.model.money.Money;
import java.util.Map;
import java.util.Optional;

/** The acts of fund controllers at disbursement-service: envelopes, top-ups and carry-overs. */
public final class FundControllers {

    private static final Money ENOUGH = Money.hkd(2_000_000);

    private final Platform platform;
    private final People people;
    private final StepLog steps;

    FundControllers(Platform platform, People people, StepLog steps) {
        this.platform = platform;
        this.people = people;
        this.steps = steps;
    }

    /** The free amount of this financial year's envelope for research posts. */
    public Money free() {
        return free("rth");
    }

    /** The free amount of this financial year's envelope of a scheme; zero if there is no envelope. */
    public Money free(String scheme) {
        return envelopeOf(scheme)
                .map(envelope -> Money.of(envelope.at("/free/amount").asText(), Money.HKD))
                .orElse(Money.ZERO);
    }

    private Optional<JsonNode> envelopeOf(String scheme) {
        var envelopes = people.controller
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
                .orElseThrow(() -> new JourneyFailed("There is no envelope of " + scheme + " " + financialYear()));
    }

    /** Proposes a carry-over, which may be refused. */
    public Reply requestCarryOver(String envelope) {
        return people.controller.post(
                DISBURSEMENT, "/envelopes/" + envelope + "/carry-overs", Map.of("reason", "The accounts are agreed."));
    }

    /** The first fund controller proposes a carry-over. Returns the id of the proposal. */
    public String proposeCarryOver(String envelope) {
        var proposed = requestCarryOver(envelope).expect(201).body().path("carryOvers");
        steps.add(people.controller, "proposes a carry-over", "of the free amount and the waiting awards");
        return proposed.get(proposed.size() - 1).path("id").asText();
    }

    public Reply confirmCarryOver(Person controller, String envelope, String carryOver) {
        var path = "/envelopes/" + envelope;
        return controller.change(DISBURSEMENT, path, path + "/carry-overs/" + carryOver + "/confirmation", Map.of());
    }

    public void ensureEnough() {
        ensureEnough("rth");
    }

    /** Tops up the envelope of a scheme unless its free amount is enough for an ordinary grant. */
    public void ensureEnough(String scheme) {
        ensureFree(scheme, ENOUGH);
    }

    /** Tops up the envelope of a scheme unless that amount is free. */
    public void ensureFree(String scheme, Money amount) {
        if (amount.exceeds(free(scheme))) {
            topUp(scheme, amount);
        }
    }

    /** Tops up the envelope for research posts: one fund controller proposes, another confirms. */
    public void topUp(Money amount) {
        topUp("rth", amount);
    }

    public void topUp(String scheme, Money amount) {
        var reply = people.controller
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
                people.secondController
                        .post(DISBURSEMENT, topUps + topUp.path("id").asText() + "/confirmation", Map.of())
                        .expect(200);
            }
        }
        steps.add(
                people.secondController,
                "confirms a top-up that Karl proposed",
                "envelope " + scheme + " " + financialYear(),
                amount);
    }

    private String financialYear() {
        return FinancialYear.of(platform.today()).label();
    }
}
