package hk.itf.infra.benchmark.measure;

import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.local.PidFile;
import hk.itf.infra.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Resident memory of the services. */
public final class Memory {

    private Memory() {}

    /** Megabytes by service; empty on operating systems without /proc. */
    public static Map<String, Long> megabytes(LocalPlatform platform) {
        var megabytes = new LinkedHashMap<String, Long>();
        for (var service : Service.values()) {
            new PidFile(service.word(), platform.state())
                    .running()
                    .ifPresent(process -> read(process.pid(), service, megabytes));
        }
        return megabytes;
    }

    private static void read(long pid, Service service, Map<String, Long> megabytes) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            lines.filter(line -> line.startsWith("VmRSS:"))
                    .findFirst()
                    .ifPresent(
                            line -> megabytes.put(service.word(), Long.parseLong(line.replaceAll("\\D", "")) / 1024));
        } catch (IOException noProcFileSystem) {
            // the result lacks the memory then
        }
    }
}
