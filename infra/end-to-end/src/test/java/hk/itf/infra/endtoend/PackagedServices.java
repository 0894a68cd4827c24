package hk.itf.infra.endtoend;

import hk.itf.infra.local.LocalStack;
import hk.itf.infra.local.PortUse;
import hk.itf.infra.local.Ports;
import hk.itf.infra.local.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The local stack of the packaged services that the test classes of one JVM share, because a start takes about half a minute.
 * The stack runs until the JVM ends. Its logs stay in the folder {@code target} until the next build.
 */
final class PackagedServices {

    static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    /** For restarts: the first start of each service has verified the same classes. */
    static final String[] WITHOUT_VERIFICATION = {"-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote"};

    /** Started when the first test class asks for the stack. */
    private static final class Shared {
        static final LocalStack STACK = start();
    }

    private PackagedServices() {}

    /** The three services, each a process of its own, over real PostgreSQL and Kafka. */
    static LocalStack running() {
        return Shared.STACK;
    }

    private static LocalStack start() {
        try {
            var target = Files.createDirectories(Path.of("target").toAbsolutePath());
            var state = new StateFolder(Files.createTempDirectory(target, "stack-"));
            var stack = LocalStack.start(PROJECT, state, Ports.free());
            stack.startServices();
            return stack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The variables with which {@code ./itf} works on the running stack. */
    static Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("ITF_SKIP_BUILD", "1");
        environment.put("ITF_STATE", running().state().root().toString());
        for (var use : PortUse.values()) {
            environment.put(use.variable(), Integer.toString(running().ports().of(use)));
        }
        return environment;
    }
}
