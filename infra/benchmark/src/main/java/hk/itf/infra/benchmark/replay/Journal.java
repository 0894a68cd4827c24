package hk.itf.infra.benchmark.replay;

import hk.itf.infra.benchmark.BenchmarkException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The file from which an interrupted replay goes on: the ids that the services gave, the phases that ended, and the business
 * time at which each phase begins. Lines are appended and never changed.
 */
final class Journal implements AutoCloseable {

    private static final String ORGANISATION = "organisation";
    private static final String GRANT = "grant";
    private static final String BEGINS = "begins";
    private static final String ENDED = "ended";

    private final Map<String, String> given = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private final Map<String, Duration> begins = new HashMap<>();
    private final BufferedWriter out;

    private Journal(BufferedWriter out) {
        this.out = out;
    }

    /** Opens the file and reads what an interrupted replay has written. */
    static Journal open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var text = Files.exists(file) ? Files.readString(file) : "";
            var journal =
                    new Journal(Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
            text.lines().forEach(journal::read);
            if (!text.isEmpty() && !text.endsWith("\n")) {
                journal.out.newLine(); // the killed process wrote half of its last line
            }
            return journal;
        } catch (IOException e) {
            throw new BenchmarkException("The journal %s cannot be opened: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Ignores a line of which a killed process wrote half. */
    private void read(String line) {
        var words = line.split(" ");
        if (words.length != 4 || !words[3].equals(".")) {
            return;
        }
        switch (words[0]) {
            case ORGANISATION, GRANT -> given.put(words[0] + words[1], words[2]);
            case BEGINS -> begins.put(words[1], Duration.parse(words[2]));
            case ENDED -> ended.add(words[1]);
            default -> throw new BenchmarkException("The journal has an unknown line: " + line);
        }
    }

    Optional<String> organisation(int project) {
        return Optional.ofNullable(given.get(ORGANISATION + project));
    }

    Optional<String> grant(int project) {
        return Optional.ofNullable(given.get(GRANT + project));
    }

    boolean isEnded(int wave, Phase phase) {
        return ended.contains(key(wave, phase));
    }

    /** How far business time is ahead of real time when the phase begins; empty if the phase has not begun. */
    Optional<Duration> begin(int wave, Phase phase) {
        return Optional.ofNullable(begins.get(key(wave, phase)));
    }

    void registered(int project, String organisation) {
        write(ORGANISATION, Integer.toString(project), organisation);
    }

    void drafted(int project, String grant) {
        write(GRANT, Integer.toString(project), grant);
    }

    void begins(int wave, Phase phase, Duration offset) {
        write(BEGINS, key(wave, phase), offset.toString());
    }

    void ended(int wave, Phase phase) {
        write(ENDED, key(wave, phase), "-");
    }

    private static String key(int wave, Phase phase) {
        return wave + "/" + phase;
    }

    private synchronized void write(String kind, String key, String value) {
        try {
            out.write(kind + " " + key + " " + value + " .\n");
            out.flush();
        } catch (IOException e) {
            throw new BenchmarkException("The journal cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new BenchmarkException("The journal cannot be closed: " + e.getMessage(), e);
        }
    }
}
