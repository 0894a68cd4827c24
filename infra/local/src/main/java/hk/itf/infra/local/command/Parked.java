package hk.itf.infra.local.command;

import hk.itf.infra.local.LocalStackException;
import hk.itf.infra.local.Service;
import hk.itf.infra.local.TokenIssuer;
import hk.itf.infra.local.TokenRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code parked list} and {@code parked replay [ID]}: the events a service could not apply, over all three services. */
record Parked(Desk desk) implements Command {

    @Override
    public int run(Words words) {
        var verb = words.plain(0).orElseThrow(() -> new WrongWordsException("Say parked list or parked replay."));
        var id = words.plain(1);
        return switch (verb) {
            case "list" -> {
                words.atMost(1);
                yield list();
            }
            case "replay" -> replay(id.orElse(""));
            default -> throw new WrongWordsException("There is no parked %s: say list or replay.".formatted(verb));
        };
    }

    private int list() {
        var parked = parked();
        if (parked.values().stream().allMatch(List::isEmpty)) {
            desk.out().println("No event is parked.");
            return 0;
        }
        desk.out()
                .printf(
                        "%-13s %-14s %-12s %-36s %5s  %-34s %-20s %s%n",
                        "SERVICE", "SOURCE", "TYPE", "ID", "SEQ", "EVENT", "SINCE", "REASON");
        parked.forEach((service, events) -> events.forEach(event -> desk.out()
                .printf(
                        "%-13s %-14s %-12s %-36s %5d  %-34s %-20s %s%n",
                        service.word(),
                        event.source(),
                        event.type(),
                        event.id(),
                        event.sequence(),
                        event.eventType(),
                        event.since(),
                        event.reason())));
        return 0;
    }

    /** An empty id means every parked event. */
    private int replay(String id) {
        var count = 0;
        for (var entry : parked().entrySet()) {
            for (var event : entry.getValue()) {
                if (id.isEmpty() || id.equals(event.id())) {
                    operations(entry.getKey()).replay(event);
                    desk.out().printf("%-13s replayed %s %s%n", entry.getKey().word(), event.type(), event.id());
                    count++;
                }
            }
        }
        if (count == 0 && !id.isEmpty()) {
            throw new LocalStackException("No event of \"%s\" is parked.".formatted(id));
        }
        if (count == 0) {
            desk.out().println("No event is parked.");
        }
        return 0;
    }

    private Map<Service, List<ParkedEvent>> parked() {
        var parked = new LinkedHashMap<Service, List<ParkedEvent>>();
        for (var service : Service.values()) {
            parked.put(service, operations(service).parked());
        }
        return parked;
    }

    private ParkedEventsClient operations(Service service) {
        var token = TokenIssuer.open(desk.state().keys()).token(TokenRequest.of("the local operator", "operator"));
        return new ParkedEventsClient(service, desk.ports().http(service), token);
    }
}
