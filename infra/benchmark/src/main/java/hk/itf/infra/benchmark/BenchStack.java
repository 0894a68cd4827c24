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
 * A stack of its own for one run, with free ports and its data in a folder of its own. The stack that {@code ./itf up} has
 * started keeps its data.
 */
final class BenchStack implements AutoCloseable {

    private final Path project;
    private final StateFolder state;
    private final Ports ports;
    private boolean isDeletedAtEnd;

    private BenchStack(Path project, Path folder) {
        this.project = project;
        this.state = new StateFolder(folder);
        this.ports = Ports.free();
    }

    /** Starts a stack with new databases, which are deleted at the end. Deletes the data of an interrupted run. */
    static BenchStack start(Path project, Path folder) {
        var stack = new BenchStack(project, folder);
        stack.itf("reset", "--yes");
        stack.itf("up");
        stack.deleteAtEnd();
        return stack;
    }

    /** Starts a stack with the data in the folder, if there are any. They are kept at the end. */
    static BenchStack resume(Path project, Path folder) {
        var stack = new BenchStack(project, folder);
        stack.itf("down");
        stack.itf("up");
        return stack;
    }

    LocalPlatform platform() {
        return new LocalPlatform(project, state, ports, TokenIssuer.open(state.keys()));
    }

    /** Keeps the data, so that {@link #resume} can go on with them. */
    void keepAtEnd() {
        isDeletedAtEnd = false;
    }

    void deleteAtEnd() {
        isDeletedAtEnd = true;
    }

    @Override
    public void close() {
        if (isDeletedAtEnd) {
            itf("reset", "--yes");
        } else {
            itf("down");
        }
    }

    private void itf(String... arguments) {
        var command = new ArrayList<>(List.of(project.resolve("itf").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(variables());
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            var status = builder.start().waitFor();
            if (status != 0) {
                throw new BenchmarkException("./itf %s of the benchmark's own stack failed; ITF_STATE is %s."
                        .formatted(arguments[0], state.root()));
            }
        } catch (IOException e) {
            throw new BenchmarkException("./itf could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("The benchmark was interrupted.", e);
        }
    }

    private Map<String, String> variables() {
        var variables = new HashMap<String, String>();
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("ITF_SKIP_BUILD", "1");
        variables.put("ITF_STATE", state.root().toString());
        for (var use : PortUse.values()) {
            variables.put(use.variable(), Integer.toString(ports.of(use)));
        }
        return variables;
    }
}
