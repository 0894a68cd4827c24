package hk.itf.infra.benchmark;

import hk.itf.infra.local.PortUse;
import hk.itf.infra.local.Ports;
import hk.itf.infra.local.StateFolder;
import hk.itf.infra.local.TokenIssuer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A stack of its own for one run: new databases, free ports, deleted at the end. The stack that {@code ./itf up} has started
 * keeps its data.
 */
final class BenchStack implements AutoCloseable {

    private final Path project;
    private final Map<String, String> variables;
    private final LocalPlatform platform;

    private BenchStack(Path project, Map<String, String> variables, LocalPlatform platform) {
        this.project = project;
        this.variables = variables;
        this.platform = platform;
    }

    /** Starts the stack. Deletes the data of an interrupted run. */
    static BenchStack start(Path project) {
        var state = new StateFolder(project.resolve(".itf/bench"));
        var ports = Ports.free();
        var variables = new HashMap<String, String>();
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("ITF_SKIP_BUILD", "1");
        variables.put("ITF_STATE", state.root().toString());
        for (var use : PortUse.values()) {
            variables.put(use.variable(), Integer.toString(ports.of(use)));
        }
        itf(project, variables, "reset", "--yes");
        itf(project, variables, "up");
        var platform = new LocalPlatform(project, state, ports, TokenIssuer.open(state.keys()));
        return new BenchStack(project, variables, platform);
    }

    LocalPlatform platform() {
        return platform;
    }

    @Override
    public void close() {
        itf(project, variables, "reset", "--yes");
    }

    private static void itf(Path project, Map<String, String> variables, String... arguments) {
        var command = new ProcessBuilder(
                new ArrayList<>(List.of(project.resolve("itf").toString())));
        command.command().addAll(List.of(arguments));
        command.environment().putAll(variables);
        command.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            var status = command.start().waitFor();
            if (status != 0) {
                throw new BenchmarkException("./itf %s of the benchmark's own stack failed; ITF_STATE is %s."
                        .formatted(arguments[0], variables.get("ITF_STATE")));
            }
        } catch (IOException e) {
            throw new BenchmarkException("./itf could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("The benchmark was interrupted.", e);
        }
    }
}
