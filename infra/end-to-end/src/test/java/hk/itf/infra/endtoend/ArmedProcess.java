package hk.itf.infra.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.byteman.agent.Main;

/** A packaged service started with an agent that changes what its code does at one point. */
final class ArmedProcess {

    private ArmedProcess() {}

    /** The JVM argument that arms it with this script, kept in a file of the folder. */
    static String agent(Path folder, String name, String script) {
        try {
            var file = Files.writeString(folder.resolve(name + ".btm"), script);
            var agent = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return "-javaagent:" + agent + "=script:" + file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
