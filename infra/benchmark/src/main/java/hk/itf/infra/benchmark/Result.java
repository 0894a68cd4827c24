package hk.itf.infra.benchmark;

import java.io.PrintStream;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was measured; its JSON is what {@code --json} prints.
 *
 * @param takeable from 201 until the task can be taken
 * @param floorBefore the submission's SQL alone, before the system's turn
 * @param system submissions over HTTP
 * @param floorAfter the submission's SQL alone, after the system's turn
 */
record Result(
        Options options,
        int warmUp,
        long takeablePollMillis,
        Timing takeable,
        Timing floorBefore,
        Timing system,
        Timing floorAfter,
        double systemToFloor,
        Machine machine) {

    static double ratio(Timing before, Timing system, Timing after) {
        return system.perSecond() / ((before.perSecond() + after.perSecond()) / 2);
    }

    void print(PrintStream out) {
        out.printf(
                "%d submissions over %d connections, after %d untimed; driver, services and database share %d CPUs%n%n",
                options.submissions(), options.connections(), warmUp, machine.cpus());
        out.printf("%-34s %7s %10s %10s %10s%n", "", "count", "per s", "p50 ms", "p99 ms");
        row(out, "floor: the same SQL over JDBC", floorBefore);
        row(out, "system: submissions over HTTP", system);
        row(out, "floor again", floorAfter);
        out.printf("system / mean of the floors: %.2f%n%n", systemToFloor);
        row(out, "201 to task takeable, 5 a second", takeable);
        out.printf("(polled with pauses of %d ms; with so few samples p99 is the slowest)%n%n", takeablePollMillis);
        out.printf("%-34s %10s %14s%n", "service", "RSS MB", "ready after s");
        for (var each : machine.services()) {
            out.printf("%-34s %10s %14s%n", each.service(), or(each.residentMegabytes()), or(each.secondsToReady()));
        }
        out.printf("%nJava %s, %s, %d CPUs%n", machine.java(), machine.os(), machine.cpus());
        out.println("PostgreSQL "
                + machine.postgres().entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining(", ")));
    }

    private static void row(PrintStream out, String what, Timing timing) {
        out.printf(
                "%-34s %7d %10.1f %10.1f %10.1f%n",
                what, timing.count(), timing.perSecond(), timing.p50Millis(), timing.p99Millis());
    }

    private static String or(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
