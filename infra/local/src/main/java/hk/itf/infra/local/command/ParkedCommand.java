package hk.itf.infra.local.command;

import hk.itf.infra.local.LocalStackException;
import hk.itf.infra.local.Service;
import hk.itf.infra.local.TokenIssuer;
import hk.itf.infra.local.TokenRequest;
import hk.itf.infra.local.http.ServiceClient;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "parked",
        synopsisSubcommandLabel = "(list | replay | accept | drop)",
        description =
                "Lists, replays, accepts or drops the events that a service could not apply, in all three services.")
final class ParkedCommand {

    private static final String RECORD = "%-13s %6s %-20s %-36s %-20s %s%n";
    private static final String ROW = "%-13s %-14s %-12s %-36s %5s  %-34s %-20s %s%n";

    private final LauncherContext context;

    ParkedCommand(LauncherContext context) {
        this.context = context;
    }

    @Command(description = "Lists the parked events, and the records that were set aside because they are no events.")
    void list() {
        var parked = parked();
        var setAside = setAside();
        if (parked.values().stream().allMatch(List::isEmpty)) {
            printNoneParked();
        } else {
            print(parked);
        }
        if (!setAside.values().stream().allMatch(List::isEmpty)) {
            printSetAside(setAside);
        }
    }

    private void printSetAside(Map<Service, List<SetAsideRecord>> setAside) {
        context.out().printf("%nRecords that are no events; GET /operations/set-aside-records/ID shows one:%n");
        context.out().printf(RECORD, "SERVICE", "ID", "TOPIC", "KEY", "SINCE", "REASON");
        setAside.forEach((service, records) -> records.forEach(record -> context.out()
                .printf(
                        RECORD,
                        service.word(),
                        record.id(),
                        record.topic(),
                        record.key(),
                        record.since(),
                        record.reason())));
    }

    private void print(Map<Service, List<ParkedEvent>> parked) {
        context.out().printf(ROW, "SERVICE", "SOURCE", "TYPE", "ID", "SEQ", "EVENT", "SINCE", "REASON");
        parked.forEach((service, events) -> events.forEach(event -> context.out()
                .printf(
                        ROW,
                        service.word(),
                        event.source(),
                        event.type(),
                        event.id(),
                        event.sequence(),
                        event.eventType(),
                        event.since(),
                        event.reason())));
    }

    @Command(description = "Tries again to apply parked events, then those that wait behind them.")
    void replay(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "ID",
                            description = "Replay only the events of the aggregate with this id. Default: all.")
                    @Nullable
                    String id) {
        var found = firstOfEachStream().stream()
                .filter(each -> id == null || id.equals(each.event().id()))
                .toList();
        if (found.isEmpty() && id != null) {
            throw noneParked(id);
        }
        if (found.isEmpty()) {
            printNoneParked();
        }
        var refused = 0;
        for (var each : found) {
            try {
                client(each.service()).replay(each.event());
                context.out().printf("%-13s replayed %s%n", each.service().word(), each.event());
            } catch (LocalStackException e) {
                context.out()
                        .printf("%-13s not replayed %s: %s%n", each.service().word(), each.event(), e.getMessage());
                refused++;
            }
        }
        if (refused > 0) {
            throw new LocalStackException("%d of %d events are still parked.".formatted(refused, found.size()));
        }
    }

    @Command(
            description = {
                "Takes a parked event out of its stream without applying it. The service keeps it, with the reason.",
                "Its number must be applied already, or another event with it must come: otherwise later events go on waiting."
            })
    void drop(@Mixin Choice choice) {
        var only = only(choice);
        client(only.service()).drop(only.event(), choice.reason);
        context.out().printf("%-13s dropped %s%n", only.service().word(), only.event());
    }

    @Command(
            description =
                    "Applies a parked event although it does not follow the event applied last. The service keeps the reason.")
    void accept(@Mixin Choice choice) {
        var only = only(choice);
        client(only.service()).accept(only.event(), choice.reason);
        context.out().printf("%-13s accepted %s%n", only.service().word(), only.event());
    }

    /** One parked event, and why something is done with it. */
    static final class Choice {

        @Parameters(paramLabel = "ID", description = "The id of the aggregate of the parked event.")
        private String id = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "The reason, which is kept.")
        private String reason = "";

        @Option(
                names = "--service",
                paramLabel = "SERVICE",
                description =
                        "The service that has parked it, if several have: applications, assessment or disbursement.")
        private @Nullable Service service;

        @Option(
                names = "--source",
                paramLabel = "SOURCE",
                description = "The sender of the event, if events of several senders are parked.")
        private @Nullable String source;

        private boolean includes(Parked parked) {
            return id.equals(parked.event.id())
                    && (service == null || service == parked.service)
                    && (source == null || source.equals(parked.event.source()));
        }
    }

    private Parked only(Choice choice) {
        var found = firstOfEachStream().stream().filter(choice::includes).toList();
        if (found.isEmpty()) {
            throw noneParked(choice.id);
        }
        if (found.size() > 1) {
            throw new LocalStackException(
                    "%d streams with the id \"%s\" have a parked event. Choose one with --service and --source; ./itf parked list shows them."
                            .formatted(found.size(), choice.id));
        }
        return found.getFirst();
    }

    /** The services act on the first parked event of a stream. */
    private List<Parked> firstOfEachStream() {
        var first = new LinkedHashMap<String, Parked>();
        parked().forEach((service, events) -> events.stream()
                .sorted(Comparator.comparingLong(ParkedEvent::sequence))
                .forEach(event -> first.putIfAbsent(
                        String.join("/", service.word(), event.source(), event.type(), event.id()),
                        new Parked(service, event))));
        return List.copyOf(first.values());
    }

    /** An event and the service that has parked it. */
    private record Parked(Service service, ParkedEvent event) {}

    private static LocalStackException noneParked(String id) {
        return new LocalStackException(
                "No event with the id \"%s\" is parked. ./itf parked list shows the ids.".formatted(id));
    }

    private void printNoneParked() {
        context.out().println("No event is parked.");
    }

    private Map<Service, List<ParkedEvent>> parked() {
        var parked = new LinkedHashMap<Service, List<ParkedEvent>>();
        for (var service : Service.values()) {
            parked.put(service, client(service).parked());
        }
        return parked;
    }

    private Map<Service, List<SetAsideRecord>> setAside() {
        var setAside = new LinkedHashMap<Service, List<SetAsideRecord>>();
        for (var service : Service.values()) {
            setAside.put(service, client(service).setAside());
        }
        return setAside;
    }

    private ParkedEventsClient client(Service service) {
        var token = TokenIssuer.open(context.state().keys()).token(TokenRequest.of("the local operator", "operator"));
        return new ParkedEventsClient(service, new ServiceClient(context.ports(), token, Duration.ZERO));
    }
}
