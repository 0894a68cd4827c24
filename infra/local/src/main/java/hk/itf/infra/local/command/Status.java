package hk.itf.infra.local.command;

import hk.itf.infra.local.PidFile;
import hk.itf.infra.local.Probe;
import hk.itf.infra.local.Service;
import java.util.ArrayList;
import java.util.List;

/** {@code status}: what runs where. Exit status 0 only when all of it is ready. */
record Status(Desk desk) implements Command {

    private record Row(String what, String pid, int port, String state) {}

    @Override
    public int run(Words words) {
        var rows = rows();
        desk.out().printf("%-13s %8s %6s  %s%n", "WHAT", "PID", "PORT", "STATE");
        rows.forEach(row -> desk.out().printf("%-13s %8s %6d  %s%n", row.what(), row.pid(), row.port(), row.state()));
        return rows.stream().allMatch(row -> row.state().equals("ready")) ? 0 : 1;
    }

    private List<Row> rows() {
        var ports = desk.ports();
        var rows = new ArrayList<Row>();
        rows.add(row("postgres", desk.stack(), ports.postgres(), Probe.postgresReady(ports)));
        rows.add(row("kafka", desk.stack(), ports.kafka(), Probe.kafkaReady(ports)));
        rows.add(row("tokens", desk.stack(), ports.tokens(), Probe.tokensReady(ports)));
        for (var service : Service.values()) {
            rows.add(row(
                    service.word(), desk.pidFile(service), ports.http(service), Probe.serviceReady(ports, service)));
        }
        return rows;
    }

    /** What answers although none of our processes runs is somebody else's. */
    private static Row row(String what, PidFile pidFile, int port, boolean ready) {
        var running = pidFile.running();
        var pid = running.map(process -> Long.toString(process.pid())).orElse("-");
        if (running.isPresent()) {
            return new Row(what, pid, port, ready ? "ready" : "not ready");
        }
        return new Row(what, pid, port, ready ? "answers, but was not started by ./itf up" : "stopped");
    }
}
