package hk.itf.infra.benchmark.replay;

import static hk.itf.infra.local.Service.APPLICATIONS;
import static hk.itf.infra.local.Service.ASSESSMENT;
import static hk.itf.infra.local.Service.DISBURSEMENT;

import hk.itf.infra.benchmark.BenchmarkException;
import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.benchmark.measure.EventBacklog;
import hk.itf.infra.benchmark.replay.Project.Research;
import hk.itf.infra.local.Service;
import hk.itf.model.money.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The checks at the end of a replay. */
final class FundCheck {

    private final LocalPlatform platform;
    private final List<Project> projects;
    private final List<String> failures = new ArrayList<>();

    private FundCheck(LocalPlatform platform, List<Project> projects) {
        this.platform = platform;
        this.projects = projects;
    }

    /**
     * Checks totals, sectors, payments, books and events.
     *
     * @return one line for each check
     * @throws BenchmarkException with all failed checks
     */
    static List<String> check(LocalPlatform platform, List<Project> projects, Money total) {
        EventBacklog.awaitEmpty(platform);
        var check = new FundCheck(platform, projects);
        var lines = check.checkAll(total);
        if (!check.failures.isEmpty()) {
            throw new BenchmarkException(
                    "The replay failed its checks:%n%s".formatted(String.join("\n", check.failures)));
        }
        return lines;
    }

    private List<String> checkAll(Money total) {
        var approved = projects.stream().filter(Project::approved).toList();
        var tranches = approved.stream().mapToInt(Project::tranches).sum();
        var lines = new ArrayList<String>();
        lines.add(equal(
                "applications",
                projects.size(),
                number(APPLICATIONS, "select count(*) from application where status <> 'DRAFT'")));
        lines.add(equal(
                "completed grants",
                approved.size(),
                number(APPLICATIONS, "select count(*) from application where status = 'COMPLETED'")));
        lines.add(equal(
                "declined applications",
                projects.size() - approved.size(),
                number(APPLICATIONS, "select count(*) from application where status = 'DECLINED'")));
        lines.add(equal(
                "awarded, in cents",
                total.cents(),
                number(DISBURSEMENT, "select sum(awarded_cents) from award where status = 'CLOSED'")));
        lines.add(equal("paid, in cents", total.cents(), number(DISBURSEMENT, "select sum(paid_cents) from award")));
        lines.add(equal(
                "paid tranches", tranches, number(DISBURSEMENT, "select count(*) from tranche where status = 'PAID'")));
        lines.add(equal(
                "tranches not paid", 0, number(DISBURSEMENT, "select count(*) from tranche where status <> 'PAID'")));
        lines.add(equal(
                "bookings of the bank",
                tranches,
                number(DISBURSEMENT, "select count(*) from transfer where reason = 'BOOKED'")));
        lines.add(
                equal(
                        "tranches with more than one payment",
                        0,
                        number(
                                DISBURSEMENT,
                                "select count(*) from (select tranche_id from attempt group by tranche_id having count(*) > 1) twice")));
        lines.add(equal("instructions to the bank", tranches, instructions()));
        for (var sector : Sector.values()) {
            var expected = approved.stream()
                    .filter(project -> project instanceof Research research && research.sector() == sector)
                    .count();
            lines.add(equal(
                    sector.title(),
                    expected,
                    number(
                            APPLICATIONS,
                            "select count(*) from application where status = 'COMPLETED' and scheme = 'itsp-platform' and answers like '%\""
                                    + sector.title() + " project %'")));
        }
        lines.add(equal("coherence of money", 1, isTrue("/coherence", "coherent")));
        lines.add(equal("balanced books", 1, isTrue("/books", "balanced")));
        lines.add(equal("lost or doubled events", 0, unequalStreams()));
        lines.add(equal("waiting events", 0, sumOverServices("select count(*) from waiting_event")));
        return lines;
    }

    private String equal(String what, long expected, long actual) {
        if (expected != actual) {
            failures.add("%s: %d instead of %d".formatted(what, actual, expected));
        }
        return "%s: %d".formatted(what, actual);
    }

    private long number(Service service, String query) {
        try (var connection = platform.database(service.database());
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new BenchmarkException(
                    "The database of the %s service cannot be read: %s".formatted(service.word(), e.getMessage()), e);
        }
    }

    private long sumOverServices(String query) {
        var sum = 0L;
        for (var service : Service.values()) {
            sum += number(service, query);
        }
        return sum;
    }

    /** Payments that the simulated bank was told to make: lines of its ledger without an answer, whose position is 0. */
    private long instructions() {
        try (var lines = Files.lines(platform.state().bankLedger())) {
            return lines.filter(line -> line.endsWith("\"position\":0}")).count();
        } catch (IOException e) {
            throw new BenchmarkException("The ledger of the bank cannot be read: " + e.getMessage(), e);
        }
    }

    private long isTrue(String path, String field) {
        try (var client = platform.newClient()) {
            return client.get(platform.newPerson("auditor"), DISBURSEMENT, path)
                            .require(200, "The reading of " + path)
                            .json()
                            .path(field)
                            .asBoolean()
                    ? 1
                    : 0;
        }
    }

    /**
     * Event streams whose last event a service has not applied, or which it has applied beyond the last event. A service
     * applies the events of a stream in their order, each once.
     */
    private long unequalStreams() {
        var unequal = 0L;
        for (var source : Service.values()) {
            var last = streams(source, "select aggregate_type || '/' || aggregate_id, last from event_stream");
            for (var service : List.of(APPLICATIONS, ASSESSMENT, DISBURSEMENT)) {
                if (service != source) {
                    var applied = streams(
                            service,
                            "select aggregate_type || '/' || aggregate_id, sequence from applied_sequence where source = '%s'"
                                    .formatted(source.word()));
                    unequal += applied.entrySet().stream()
                            .filter(each -> !each.getValue().equals(last.get(each.getKey())))
                            .count();
                    unequal += last.keySet().stream()
                            .filter(each -> !applied.containsKey(each))
                            .count();
                }
            }
        }
        return unequal;
    }

    private Map<String, Long> streams(Service service, String query) {
        var streams = new HashMap<String, Long>();
        try (var connection = platform.database(service.database());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                streams.put(rows.getString(1), rows.getLong(2));
            }
            return streams;
        } catch (SQLException e) {
            throw new BenchmarkException("The event streams cannot be read: " + e.getMessage(), e);
        }
    }
}
