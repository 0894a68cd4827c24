package hk.itf.infra.local.command;

import hk.itf.infra.local.LocalStackException;
import hk.itf.infra.local.Service;
import hk.itf.infra.local.TokenIssuer;
import hk.itf.infra.local.TokenRequest;
import hk.itf.infra.local.http.ServiceClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "parked",
        synopsisSubcommandLabel = "(list | replay)",
        description = "Lists or replays the events that a service could not apply, in all three services.")
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
        var count = 0;
        for (var entry : parked().entrySet()) {
            for (var event : entry.getValue()) {
                if (id == null || id.equals(event.id())) {
                    client(entry.getKey()).replay(event);
                    context.out()
                            .printf("%-13s replayed %s %s%n", entry.getKey().word(), event.type(), event.id());
                    count++;
                }
            }
        }
        if (count == 0 && id != null) {
            throw new LocalStackException(
                    "No event with the id \"%s\" is parked. ./itf parked list shows the ids.".formatted(id));
        }
        if (count == 0) {
            printNoneParked();
        }
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
