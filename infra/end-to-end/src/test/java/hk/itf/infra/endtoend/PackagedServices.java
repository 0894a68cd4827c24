package hk.itf.infra.endtoend;

import hk.itf.infra.local.LocalStack;
import hk.itf.infra.local.PortUse;
import hk.itf.infra.local.Ports;
import hk.itf.infra.local.StateFolder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Starts local stacks of the packaged services for tests. */
final class PackagedServices {

    static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    private PackagedServices() {}

    /**
     * Starts the three services, each a process of its own, over real PostgreSQL and Kafka.
     *
     * @param state an empty folder for all data of the stack
     */
    static LocalStack startIn(Path state) {
        var stack = LocalStack.start(PROJECT, new StateFolder(state), Ports.free());
        stack.startServices();
        return stack;
    }

    /** The variables with which {@code ./itf} works on this stack. */
    static Map<String, String> environmentOf(LocalStack stack) {
        var environment = new HashMap<String, String>();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("ITF_SKIP_BUILD", "1");
        environment.put("ITF_STATE", stack.state().root().toString());
        for (var use : PortUse.values()) {
            environment.put(use.variable(), Integer.toString(stack.ports().of(use)));
        }
        return environment;
    }
}
