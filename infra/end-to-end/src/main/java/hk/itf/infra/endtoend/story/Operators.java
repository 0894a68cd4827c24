package hk.itf.infra.endtoend.story;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.infra.local.Service;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What operators do with any of the services: see what waits, try it again, hold a topic back. */
public final class Operators {

    private static final String OPERATIONS = "/operations";
    private static final String EARLY = OPERATIONS + "/waiting-events?state=EARLY";

    private final Cast cast;
    private final Journal journal;

    Operators(Cast cast, Journal journal) {
        this.cast = cast;
        this.journal = journal;
    }

    /** Returns once the service reads nothing more from the topic. */
    public void holdBack(Service service, String topic) {
        cast.operator
                .put(service, pauseOf(topic), Map.of("reason", "One source is to catch up before another."))
                .expect(200);
        cast.operator.await(
                service,
                OPERATIONS + "/intake",
                "a pause of " + topic,
                reply -> items(reply)
                        .anyMatch(each -> each.path("topic").asText().equals(topic)
                                && each.path("paused").asBoolean()
                                && each.path("inForce").asBoolean()));
        journal.step(cast.operator, "holds " + topic + " back", service.word() + "-service reads nothing from it");
    }

    public void letFlow(Service service, String topic) {
        cast.operator.delete(service, pauseOf(topic)).expect(200);
        journal.step(cast.operator, "lets " + topic + " flow again", "what was held back is read in order");
    }

    /** The event that a service has put aside because what it builds on is not there yet. */
    public JsonNode awaitEarly(Service service, Grant grant) {
        var reply = cast.operator.await(
                service,
                EARLY,
                "an early event of the grant",
                each -> items(each).anyMatch(event -> isOf(grant, event)));
        return items(reply).filter(event -> isOf(grant, event)).findFirst().orElseThrow();
    }

    public void requireNothingEarly(Service service, Grant grant) {
        var early = cast.operator.get(service, EARLY).expect(200);
        items(early).filter(event -> isOf(grant, event)).findFirst().ifPresent(left -> {
            throw new JourneyFailed("still waiting: " + left);
        });
    }

    /** What a service could not apply. */
    public List<JsonNode> parked(Service service) {
        return items(cast.operator.get(service, OPERATIONS + "/parked-events").expect(200))
                .toList();
    }

    /** What waits because an earlier event of the same grant is parked or missing. */
    public List<JsonNode> waitingBehind(Service service) {
        return items(cast.operator
                        .get(service, OPERATIONS + "/waiting-events?state=GAP")
                        .expect(200))
                .toList();
    }

    /** Tries what is parked of a grant again; the source is the service that spoke. */
    public Reply replay(Service service, Service source, String grant) {
        return cast.operator.post(
                service, OPERATIONS + "/parked-events/" + source.word() + "/grant/" + grant + "/replay", Map.of());
    }

    private static String pauseOf(String topic) {
        return OPERATIONS + "/intake/" + topic + "/pause";
    }

    private static boolean isOf(Grant grant, JsonNode event) {
        return event.path("id").asText().equals(grant.id());
    }

    private static Stream<JsonNode> items(Reply list) {
        return StreamSupport.stream(list.body().spliterator(), false);
    }
}
