package hk.itf.infra.local.command;

import hk.itf.infra.local.PidFile;
import hk.itf.infra.local.Probe;
import hk.itf.infra.local.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        description = "Lists every server with its process, port and state. Exit status 0 only if all are ready.")
final class StatusCommand implements Callable<Integer> {

    private record Row(String server, String pid, int port, String state) {}

    private final LauncherContext context;

    StatusCommand(LauncherContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var rows = rows();
        context.out().printf("%-13s %8s %6s  %s%n", "WHAT", "PID", "PORT", "STATE");
        rows.forEach(
                row -> context.out().printf("%-13s %8s %6d  %s%n", row.server(), row.pid(), row.port(), row.state()));
        return rows.stream().allMatch(row -> row.state().equals("ready")) ? 0 : 1;
    }

    private List<Row> rows() {
        var ports = context.ports();
        var rows = new ArrayList<Row>();
        rows.add(row("postgres", context.stack(), ports.postgres(), Probe.postgresReady(ports)));
        rows.add(row("kafka", context.stack(), ports.kafka(), Probe.kafkaReady(ports)));
        rows.add(row("tokens", context.stack(), ports.tokens(), Probe.tokensReady(ports)));
        for (var service : Service.values()) {
            rows.add(row(
                    service.word(), context.pidFile(service), ports.http(service), Probe.serviceReady(ports, service)));
        }
        return rows;
    }

    /** A server that answers although its pid file names no running process belongs to somebody else. */
    private static Row row(String server, PidFile pidFile, int port, boolean ready) {
        var running = pidFile.running();
        var pid = running.map(process -> Long.toString(process.pid())).orElse("-");
        if (running.isPresent()) {
            return new Row(server, pid, port, ready ? "ready" : "not ready");
        }
        return new Row(server, pid, port, ready ? "answers, but was not started by ./itf up" : "stopped");
    }
}
