package hk.itf.infra.endtoend;

import hk.itf.infra.local.LocalStack;
import hk.itf.infra.local.Ports;
import hk.itf.infra.local.StateFolder;
import java.nio.file.Path;

/** The three services as they are packaged, each a process of its own, over real PostgreSQL and Kafka. */
final class PackagedServices {

    private PackagedServices() {}

    static LocalStack startIn(Path state) {
        var stack = toBeStartedIn(state);
        stack.startServices();
        return stack;
    }

    /** With everything that the services need. */
    static LocalStack toBeStartedIn(Path state) {
        var project = Path.of("../..").toAbsolutePath().normalize();
        return LocalStack.start(project, new StateFolder(state), Ports.free());
    }
}
