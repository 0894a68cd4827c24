package hk.itf.infra.endtoend;

import hk.itf.infra.local.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.byteman.agent.Main;

/**
 * A build of a service during an upgrade to version 2 of an event type of each service. Only the first is what Maven has built; an agent
 * changes which types the other two read and send.
 */
enum Build {
    /** Reads and sends version 1. To it, version 2 is an unknown type. */
    OLD,
    /** Reads both versions, sends version 1. */
    LEARNED,
    /** Reads both versions, sends version 2. */
    SWITCHED;

    /** The event types that get a version 2: one for each service, which sends it. */
    static final Map<Service, String> UPGRADED = Map.of(
            Service.APPLICATIONS, "itf.claim.submitted",
            Service.ASSESSMENT, "itf.claim.accepted",
            Service.DISBURSEMENT, "itf.tranche.paid");

    private static final String LEARN = """
            RULE version 2 of %1$s is read as version 1
            CLASS hk.itf.infra.eventing.inbox.EventTypes
            METHOD decode(String,String)
            AT ENTRY
            IF $1.equals("%1$s.v2")
            DO RETURN hk.itf.model.event.EventCodec.decode("%1$s.v1", $2)
            ENDRULE
            """;

    /** One rule for all types: after a rule that returns, no other rule of the method runs. */
    private static final String KNOW = """
            RULE version 2 is known
            CLASS hk.itf.infra.eventing.inbox.EventTypes
            METHOD known()
            AT EXIT
            BIND types:java.util.HashSet = new java.util.HashSet($!);
                 first:boolean = types.add("%s.v2");
                 second:boolean = types.add("%s.v2");
                 third:boolean = types.add("%s.v2")
            IF true
            DO RETURN types
            ENDRULE
            """;

    private static final String SWITCH = """
            RULE version 2 of %1$s is sent
            CLASS hk.itf.model.event.EventCodec
            METHOD typeOf(Class)
            AT EXIT
            IF $!.equals("%1$s.v1")
            DO RETURN "%1$s.v2"
            ENDRULE
            """;

    /**
     * The JVM arguments with which a packaged service runs as this build.
     *
     * @param folder where the script of the agent is kept
     */
    String[] jvmArgs(Path folder) {
        if (this == OLD) {
            return PackagedServices.WITHOUT_VERIFICATION;
        }
        var rules = new StringBuilder(KNOW.formatted(UPGRADED.values().toArray()));
        for (var type : UPGRADED.values()) {
            rules.append(LEARN.formatted(type));
            if (this == SWITCHED) {
                rules.append(SWITCH.formatted(type));
            }
        }
        try {
            var script = Files.writeString(folder.resolve(name() + ".btm"), rules);
            var agent = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new String[] {"-javaagent:" + agent + "=script:" + script};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
