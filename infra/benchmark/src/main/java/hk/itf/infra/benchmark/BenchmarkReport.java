package hk.itf.infra.benchmark;

import java.io.PrintStream;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The measurements of one benchmark run. The option {@code --json} prints this record.
 *
 * @param takeablePollMillis pause between two attempts to take a task; the takeable times include it
 * @param takeable time from the answer 201 until the task can be taken
 * @param floorBefore the SQL of submissions on the database alone, before {@code system}
 * @param system submissions over HTTP
 * @param floorAfter the SQL of submissions on the database alone, after {@code system}
 * @param systemToFloor submissions a second, divided by the mean of both floors
 */
record BenchmarkReport(
        BenchmarkOptions options,
        int warmUp,
        long takeablePollMillis,
        Timing takeable,
        Timing floorBefore,
        Timing system,
        Timing floorAfter,
        double systemToFloor,
        Machine machine) {

    static BenchmarkReport of(
            BenchmarkOptions options,
            Timing takeable,
            Timing floorBefore,
            Timing system,
            Timing floorAfter,
            Machine machine) {
        var floorPerSecond = (floorBefore.perSecond() + floorAfter.perSecond()) / 2;
        return new BenchmarkReport(
                options,
                options.warmUp(),
                TaskDelayProbe.POLL.toMillis(),
                takeable,
                floorBefore,
                system,
                floorAfter,
                system.perSecond() / floorPerSecond,
                machine);
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
        out.printf(
                "(polled with pauses of %d ms; with fewer than 100 samples p99 is the slowest)%n%n",
                takeablePollMillis);
        out.printf("%-34s %10s %14s%n", "service", "RSS MB", "ready after s");
        for (var service : machine.services()) {
            out.printf(
                    "%-34s %10s %14s%n",
                    service.service(), orDash(service.residentMegabytes()), orDash(service.secondsToReady()));
        }
        out.printf("%nJava %s, %s, %d CPUs%n", machine.java(), machine.os(), machine.cpus());
        out.println("PostgreSQL "
                + machine.postgres().entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining(", ")));
    }

    private static void row(PrintStream out, String label, Timing timing) {
        out.printf(
                "%-34s %7d %10.1f %10.1f %10.1f%n",
                label, timing.count(), timing.perSecond(), timing.p50Millis(), timing.p99Millis());
    }

    private static String orDash(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
