package hk.itf.infra.benchmark.measure;

import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.local.PidFile;
import hk.itf.infra.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * CPU seconds used since the start of the machine, by the processes of the platform and by all processes. Empty on operating
 * systems without /proc.
 *
 * @param seconds by name: the three services, postgres, broker and client
 * @param busy CPU seconds that all processes of the machine used
 */
public record ProcessCpu(Map<String, Double> seconds, double busy) {

    private static final double TICKS_PER_SECOND = 100; // USER_HZ of every Linux architecture in use
    private static final Path PROC = Path.of("/proc");

    /** User and system time, and the time of its ended children, of one process. */
    private record Stat(long parent, long ticks, long endedChildren) {}

    public static ProcessCpu read(LocalPlatform platform) {
        var seconds = new LinkedHashMap<String, Double>();
        for (var service : Service.values()) {
            new PidFile(service.word(), platform.state())
                    .running()
                    .ifPresent(process -> seconds.put(service.word(), ofProcess(process.pid())));
        }
        postmaster(platform).ifPresent(pid -> seconds.put("postgres", ofTree(pid)));
        new PidFile("stack", platform.state())
                .running()
                .ifPresent(process -> seconds.put("broker", ofProcess(process.pid())));
        seconds.put("client", ofProcess(ProcessHandle.current().pid()));
        return new ProcessCpu(seconds, busySeconds());
    }

    /** CPU seconds between an earlier reading and this one, by process. */
    public Map<String, Double> since(ProcessCpu earlier) {
        var used = new LinkedHashMap<String, Double>();
        seconds.forEach((process, now) -> used.put(process, now - earlier.seconds.getOrDefault(process, now)));
        return used;
    }

    /** CPU seconds that processes outside the platform used since an earlier reading. */
    public double foreignSince(ProcessCpu earlier) {
        var own = since(earlier).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        return Math.max(0, busy - earlier.busy - own);
    }

    private static double ofProcess(long pid) {
        return stat(pid).ticks() / TICKS_PER_SECOND;
    }

    /** The server and its children: those that run, and those that ended. */
    private static double ofTree(long root) {
        var server = stat(root);
        var ticks = server.ticks() + server.endedChildren();
        try (var processes = Files.list(PROC)) {
            ticks += processes
                    .map(process -> process.getFileName().toString())
                    .filter(name -> Character.isDigit(name.charAt(0)))
                    .map(name -> stat(Long.parseLong(name)))
                    .filter(stat -> stat.parent() == root)
                    .mapToLong(Stat::ticks)
                    .sum();
        } catch (IOException noProcFileSystem) {
            return 0;
        }
        return ticks / TICKS_PER_SECOND;
    }

    private static Optional<Long> postmaster(LocalPlatform platform) {
        try (var lines = Files.lines(platform.state().postgres().resolve("postmaster.pid"))) {
            return lines.findFirst().map(line -> Long.parseLong(line.strip()));
        } catch (IOException notRunning) {
            return Optional.empty();
        }
    }

    private static Stat stat(long pid) {
        try {
            var text = Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"));
            var fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
            return new Stat(
                    Long.parseLong(fields[1]),
                    Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
                    Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
        } catch (IOException ended) {
            return new Stat(0, 0, 0);
        }
    }

    private static double busySeconds() {
        try (var lines = Files.lines(PROC.resolve("stat"))) {
            var fields = lines.findFirst().orElseThrow().trim().split(" +");
            var ticks = 0L;
            for (var field : new int[] {1, 2, 3, 6, 7, 8}) { // user, nice, system, irq, softirq, steal
                ticks += Long.parseLong(fields[field]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (IOException noProcFileSystem) {
            return 0;
        }
    }
}
