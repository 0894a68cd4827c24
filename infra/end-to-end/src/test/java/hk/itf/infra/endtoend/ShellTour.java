package hk.itf.infra.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The bash blocks of a Markdown page, run in one bash. Lines that start with {@code # =>} hold the output expected of the
 * commands above them; {@code ...} in such a line stands for any text. Output that no line expects is an error, too.
 */
final class ShellTour {

    private static final String EXPECTED = "# =>";
    private static final String ANY_TEXT = "...";
    private static final String CHECKPOINT = "end of the output expected at line ";

    /**
     * A place in the script where the output since the previous checkpoint is compared.
     *
     * @param line number of the last line of the page before the checkpoint
     */
    private record Checkpoint(int line, List<String> expected) {

        String marker() {
            return CHECKPOINT + line;
        }

        void requireExpected(Path page, List<String> printed) {
            if (!pattern().matcher(String.join("\n", printed)).matches()) {
                throw new AssertionError("%s, line %d: expected%n%s%nbut the commands printed%n%s"
                        .formatted(page, line, indented(expected), indented(printed)));
            }
        }

        private Pattern pattern() {
            return Pattern.compile(expected.stream()
                    .map(each -> Stream.of(each.split(Pattern.quote(ANY_TEXT), -1))
                            .map(Pattern::quote)
                            .collect(Collectors.joining(".*")))
                    .collect(Collectors.joining("\n")));
        }

        private static String indented(List<String> lines) {
            return lines.isEmpty() ? "  (nothing)" : lines.stream().collect(Collectors.joining("\n  ", "  ", ""));
        }
    }

    private final Path page;
    private final List<String> script = new ArrayList<>();
    private final List<Checkpoint> checkpoints = new ArrayList<>();

    private ShellTour(Path page) {
        this.page = page;
    }

    static ShellTour read(Path page) throws IOException {
        var tour = new ShellTour(page);
        var expected = new ArrayList<String>();
        var number = 0;
        var inBlock = false;
        for (var line : Files.readAllLines(page)) {
            var isExpectation = inBlock && line.startsWith(EXPECTED);
            var isEnd = inBlock && line.startsWith("```");
            if (isExpectation) {
                expected.add(line.substring(EXPECTED.length()).strip());
            } else if (isEnd || !expected.isEmpty()) {
                tour.check(number, expected);
                expected.clear();
            }
            if (isEnd) {
                inBlock = false;
            } else if (inBlock && !isExpectation) {
                tour.script.add(line);
            } else if (line.equals("```bash")) {
                inBlock = true;
            }
            number++;
        }
        return tour;
    }

    private void check(int line, List<String> expected) {
        var checkpoint = new Checkpoint(line, List.copyOf(expected));
        checkpoints.add(checkpoint);
        script.add("echo '" + checkpoint.marker() + "'");
    }

    /**
     * Runs the commands and stops at the first difference between output and page.
     *
     * @param folder in which bash runs
     * @param environment variables in addition to those of this JVM
     * @throws AssertionError naming the line of the page, the expected output and the printed output
     */
    void run(Path folder, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder("bash", "-c", String.join("\n", script))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        // With these set, every JVM that the tour starts would print a note.
        builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"));
        var bash = builder.start();
        try (var output = bash.inputReader(StandardCharsets.UTF_8)) {
            for (var checkpoint : checkpoints) {
                checkpoint.requireExpected(page, readUntil(checkpoint, output));
            }
        } finally {
            bash.descendants().forEach(ProcessHandle::destroy);
            bash.destroy();
        }
    }

    private List<String> readUntil(Checkpoint checkpoint, BufferedReader output) throws IOException {
        var printed = new ArrayList<String>();
        for (var line = output.readLine(); !checkpoint.marker().equals(line); line = output.readLine()) {
            if (line == null) {
                throw new AssertionError("%s: bash ended before line %d and printed last%n%s"
                        .formatted(page, checkpoint.line(), Checkpoint.indented(printed)));
            }
            printed.add(line);
        }
        return printed;
    }
}
