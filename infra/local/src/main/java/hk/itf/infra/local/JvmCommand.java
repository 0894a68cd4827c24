package hk.itf.infra.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The command line of another JVM of the same make as this one.
 *
 * @param words the command so far, wrapper first
 */
public record JvmCommand(List<String> words) {

    public JvmCommand {
        words = List.copyOf(words);
    }

    /** Ends with the terminal, as a child does. */
    static JvmCommand attached() {
        return new JvmCommand(List.of(java()));
    }

    /** Goes on when this JVM ends and the terminal closes. Both wrappers replace themselves, so the pid is the JVM's. */
    public static JvmCommand detached() {
        var session = Path.of("/usr/bin/setsid");
        return new JvmCommand(List.of(Files.isExecutable(session) ? session.toString() : "nohup", java()));
    }

    /** Marks the process as ours, so that a pid file can be checked against it before anything is stopped. */
    public JvmCommand named(String word, StateFolder state) {
        return with(List.of(PidFile.nameMark(word), PidFile.stateMark(state)));
    }

    public JvmCommand with(List<String> jvmArgs) {
        var longer = new ArrayList<>(words);
        longer.addAll(jvmArgs);
        return new JvmCommand(longer);
    }

    public JvmCommand running(List<String> program) {
        return with(program);
    }

    /** Starts it with these variables added to this JVM's, its whole output appended to a file. */
    public Process start(Map<String, String> environment, File log) {
        var builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new LocalStackException("%s could not be started: %s".formatted(words.getFirst(), e.getMessage()), e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
