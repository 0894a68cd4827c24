package hk.itf.infra.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What a JVM learned when it started a service once (JEP 514): which classes it read, checked and linked. Another start of
 * the very same jar takes a fraction of the time with it. A cache that does not fit is ignored by the JVM.
 *
 * @param jar what is started
 */
record StartUpCache(Path jar) {

    /** Another build of the JVM would not take it. */
    private static final String JVM = System.getProperty("java.vm.version", "").replaceAll("[^A-Za-z0-9.+-]", "_");

    private static final String QUIETLY = "-Xlog:aot*=error"; // it names every class that it leaves out

    private Path file() {
        return jar.resolveSibling("start-up-" + JVM + ".aot");
    }

    private Path recording() {
        return jar.resolveSibling("start-up.recording");
    }

    /** Whether there is one, and nothing was built since. */
    boolean isThere() {
        try {
            return Files.exists(jar)
                    && Files.exists(file())
                    && Files.getLastModifiedTime(file()).compareTo(Files.getLastModifiedTime(jar)) >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a JVM needs to use it; nothing when there is none. */
    List<String> toUse() {
        return isThere() ? List.of("-XX:AOTCache=" + file(), QUIETLY) : List.of();
    }

    /** What a JVM needs to write one when it ends; what another left unfinished is gone. */
    List<String> toRecord() {
        try {
            Files.deleteIfExists(recording());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of("-XX:AOTCacheOutput=" + recording(), QUIETLY);
    }

    /** The JVM that recorded has ended, so what it wrote is whole. */
    void keep() {
        try {
            Files.move(recording(), file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LocalStackException("No start-up cache was written beside %s: %s".formatted(jar, e), e);
        }
    }
}
