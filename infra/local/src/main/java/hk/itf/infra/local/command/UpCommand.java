package hk.itf.infra.local.command;

import hk.itf.infra.local.JvmCommand;
import hk.itf.infra.local.LocalPostgres;
import hk.itf.infra.local.LocalStack;
import hk.itf.infra.local.LocalStackException;
import hk.itf.infra.local.LogFile;
import hk.itf.infra.local.Patience;
import hk.itf.infra.local.PidFile;
import hk.itf.infra.local.Ports;
import hk.itf.infra.local.Probe;
import hk.itf.infra.local.Service;
import hk.itf.infra.local.ServiceProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;

@Command(
        name = "up",
        description = "Builds what changed, starts every server that does not run, and waits until all are ready.")
final class UpCommand implements Runnable {

    private static final Duration START_UP = Duration.ofMinutes(2);

    private final LauncherContext context;

    UpCommand(LauncherContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        context.runExclusively(() -> {
            context.state().prepare();
            startStack();
            startServices();
            printAddresses();
        });
    }

    private void startStack() {
        var ports = context.ports();
        if (context.stack().running().isEmpty()) {
            LocalPostgres.stopAbandoned(context.state().postgres());
            ports.requireFree(LocalStack.BACKING_SERVERS);
            context.stack().write(launchStack().pid());
        }
        awaitReady("postgres", context.stack(), () -> Probe.postgresReady(ports));
        awaitReady("kafka", context.stack(), () -> Probe.kafkaReady(ports));
        awaitReady("tokens", context.stack(), () -> Probe.tokensReady(ports));
    }

    /** Runs {@link RunCommand} on the same class path in a JVM that outlives this one. */
    private Process launchStack() {
        var logging = Objects.requireNonNull(LocalStack.class.getResource("logging.properties"));
        return JvmCommand.detached()
                .named(LauncherContext.STACK, context.state())
                .with(List.of(
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Dlogging.configuration=" + logging,
                        "-Ditf.project=" + context.project(),
                        "-cp",
                        System.getProperty("itf.class.path", System.getProperty("java.class.path", ""))))
                .running(List.of(Launcher.class.getName(), "run"))
                .start(
                        Map.of("ITF_STATE", context.state().root().toString()),
                        context.state().log(LauncherContext.STACK).toFile());
    }

    private void startServices() {
        var ports = context.ports();
        for (var service : Service.values()) {
            if (context.pidFile(service).running().isEmpty()) {
                ports.requireFree(List.of(Ports.httpUse(service), Ports.managementUse(service)));
                var process = new ServiceProcess(service, context.project(), context.state(), ports).startDetached();
                context.pidFile(service).write(process.pid());
            }
        }
        for (var service : Service.values()) {
            awaitReady(service.word(), context.pidFile(service), () -> Probe.serviceReady(ports, service));
        }
    }

    /** Prints one line: its start before the wait, its end after it. */
    private void awaitReady(String server, PidFile process, BooleanSupplier ready) {
        var start = System.nanoTime();
        context.out().printf("%-13s ... ", server);
        context.out().flush();
        BooleanSupplier ended = () -> process.running().isEmpty();
        var inTime = Patience.until(START_UP, () -> ready.getAsBoolean() || ended.getAsBoolean());
        if (ended.getAsBoolean()) {
            throw failed("The process of %s ended while it was starting".formatted(server), process);
        }
        if (!inTime) {
            throw failed("%s was not ready within %d s".formatted(server, START_UP.toSeconds()), process);
        }
        context.out().printf("ready in %.1f s%n", (System.nanoTime() - start) / 1e9);
    }

    private LocalStackException failed(String sentence, PidFile process) {
        context.out().println("failed");
        var log = context.state().log(process.word());
        return new LocalStackException(
                "%s. The last lines of its log %s:%n%s%n./itf down stops the servers that did start."
                        .formatted(sentence, log, String.join("\n", LogFile.lastLines(log, 20))));
    }

    private void printAddresses() {
        var out = context.out();
        var ports = context.ports();
        out.println();
        for (var service : Service.values()) {
            out.printf(
                    "%-13s http://127.0.0.1:%d   API pages http://127.0.0.1:%d/q/swagger-ui%n",
                    service.word(), ports.http(service), ports.management(service));
        }
        out.printf(
                "%-13s jdbc:postgresql://127.0.0.1:%d/applications (role applications, password %s; likewise the other services)%n",
                "postgres", ports.postgres(), LocalPostgres.LOCAL_ONLY_PASSWORD);
        out.printf("%-13s 127.0.0.1:%d%n", "kafka", ports.kafka());
        out.println("./itf token --person NAME --role ROLE prints a token; ./itf down stops everything.");
    }
}
