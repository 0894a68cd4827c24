package hk.itf.infra.endtoend;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import hk.itf.infra.local.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.byteman.agent.Main;

/** A running service with an agent that changes what its code does at one point, until it is started again. */
final class ArmedProcess {

    private ArmedProcess() {}

    /** @param folder keeps the script under this name */
    static void arm(ServiceProcess process, Path folder, String name, String script) {
        try {
            var file = Files.writeString(folder.resolve(name + ".btm"), script);
            var agent = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            var machine = VirtualMachine.attach(Long.toString(process.pid()));
            try {
                machine.loadAgent(agent.toString(), "script:" + file);
            } finally {
                machine.detach();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
            throw new IllegalStateException("the %s service cannot be armed".formatted(process.service()), e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
