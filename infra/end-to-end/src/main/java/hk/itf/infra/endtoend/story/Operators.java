package hk.itf.infra.endtoend.story;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.infra.local.Service;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The acts of operators at any of the services: reading and replaying events, and pausing topics. */
public final class Operators {

    private static final String OPERATIONS = "/operations";
    private static final String EARLY = OPERATIONS + "/waiting-events?state=EARLY";

    private final People people;
    private final StepLog steps;

    Operators(People people, StepLog steps) {
        this.people = people;
        this.steps = steps;
    }

    /** Pauses the intake of a topic, and returns once the service reads nothing more from it. */
    public void pauseTopic(Service service, String topic) {
        people.operator
                .put(service, pauseOf(topic), Map.of("reason", "Another topic has to catch up first."))
                .expect(200);
        people.operator.await(
                service,
                OPERATIONS + "/intake",
                "a pause of " + topic,
                reply -> items(reply)
                        .anyMatch(each -> each.path("topic").asText().equals(topic)
                                && each.path("paused").asBoolean()
                                && each.path("inForce").asBoolean()));
        steps.add(people.operator, "pauses the topic " + topic, service.word() + "-service reads nothing from it");
    }

    public void resumeTopic(Service service, String topic) {
        people.operator.delete(service, pauseOf(topic)).expect(200);
        steps.add(people.operator, "resumes the topic " + topic, "its events are read in order");
    }

    /** An early event of the grant: it waits in the service for an event of another topic. */
    public JsonNode awaitEarlyEvent(Service service, Grant grant) {
        var reply = people.operator.await(
                service,
                EARLY,
                "an early event of the grant",
                each -> items(each).anyMatch(event -> isOf(grant, event)));
        return items(reply).filter(event -> isOf(grant, event)).findFirst().orElseThrow();
    }

    public void requireNoEarlyEvents(Service service, Grant grant) {
        var early = people.operator.get(service, EARLY).expect(200);
        items(early).filter(event -> isOf(grant, event)).findFirst().ifPresent(left -> {
            throw new JourneyFailed("This event still waits: " + left);
        });
    }

    /** The events that a service could not apply. */
    public List<JsonNode> parkedEvents(Service service) {
        return items(people.operator.get(service, OPERATIONS + "/parked-events").expect(200))
                .toList();
    }

    /** The Kafka records that a service has set aside, because they are no events. */
    public List<JsonNode> setAsideRecords(Service service) {
        return items(people.operator
                        .get(service, OPERATIONS + "/set-aside-records")
                        .expect(200))
                .toList();
    }

    /** Receives a record that was set aside again. */
    public Reply replaySetAside(Service service, JsonNode record) {
        return people.operator.post(
                service, OPERATIONS + "/set-aside-records/" + record.path("id").asLong() + "/replay", Map.of());
    }

    /** The events that wait because an earlier event of the same grant is parked or missing. */
    public List<JsonNode> eventsInGap(Service service) {
        return items(people.operator
                        .get(service, OPERATIONS + "/waiting-events?state=GAP")
                        .expect(200))
                .toList();
    }

    /**
     * Replays the parked event of a grant.
     *
     * @param service where the event is parked
     * @param source the service that sent the event
     */
    public Reply replay(Service service, Service source, String grant) {
        return people.operator.post(
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
