package hk.itf.infra.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The command line of a new JVM, which uses the same JDK as this one.
 *
 * @param words the program to start and its arguments
 */
public record JvmCommand(List<String> words) {

    public JvmCommand {
        words = List.copyOf(words);
    }

    /** A JVM that ends when the terminal is closed. */
    static JvmCommand attached() {
        return new JvmCommand(List.of(java()));
    }

    /** A JVM that outlives this one and the terminal. {@code setsid} and {@code nohup} both keep the process id. */
    public static JvmCommand detached() {
        var session = Path.of("/usr/bin/setsid");
        return new JvmCommand(List.of(Files.isExecutable(session) ? session.toString() : "nohup", java()));
    }

    /** Adds the marks by which {@link PidFile} recognises the process. */
    public JvmCommand named(String word, StateFolder state) {
        return with(List.of(PidFile.nameMark(word), PidFile.stateMark(state)));
    }

    public JvmCommand with(List<String> jvmArgs) {
        var extended = new ArrayList<>(words);
        extended.addAll(jvmArgs);
        return new JvmCommand(extended);
    }

    public JvmCommand running(List<String> program) {
        return with(program);
    }

    /** Starts the JVM with additional environment variables and appends its output to the log. */
    public Process start(Map<String, String> environment, File log) {
        var builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new LocalStackException("%s could not be started. %s".formatted(words.getFirst(), e.getMessage()), e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
