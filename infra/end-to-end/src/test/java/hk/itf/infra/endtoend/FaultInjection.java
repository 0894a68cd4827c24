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

/** Injects a Byteman rule into a running service. The rule changes the code at one point until the service restarts. */
final class FaultInjection {

    private FaultInjection() {}

    /**
     * @param folder where the script is kept
     * @param name file name of the script
     */
    static void inject(ServiceProcess process, Path folder, String name, String script) {
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
            throw new IllegalStateException(
                    "No rule can be injected into the %s service.".formatted(process.service()), e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
