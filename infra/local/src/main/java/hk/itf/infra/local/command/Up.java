package hk.itf.infra.local.command;

import hk.itf.infra.local.JvmCommand;
import hk.itf.infra.local.LocalPostgres;
import hk.itf.infra.local.LocalStack;
import hk.itf.infra.local.LocalStackException;
import hk.itf.infra.local.LogFile;
import hk.itf.infra.local.Patience;
import hk.itf.infra.local.Ports;
import hk.itf.infra.local.Probe;
import hk.itf.infra.local.Service;
import hk.itf.infra.local.ServiceProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** {@code up}: starts what does not run, as processes that outlive this one, and waits until all of it is ready. */
record Up(Desk desk) implements Command {

    private static final Duration BACKING = Duration.ofMinutes(2);
    private static final Duration SERVICE = Duration.ofMinutes(2);

    @Override
    public int run(Words words) {
        return desk.alone(() -> {
            desk.state().prepare();
            startBacking();
            startServices();
            sayWhere();
            return 0;
        });
    }

    private void startBacking() {
        if (desk.stack().running().isEmpty()) {
            LocalPostgres.stopAbandoned(desk.state().postgres());
            desk.ports().requireFree(LocalStack.BACKING);
            desk.stack().write(launchHolder().pid());
        }
        await("postgres", Desk.STACK, BACKING, () -> Probe.postgresReady(desk.ports()), this::stackRuns);
        await("kafka", Desk.STACK, BACKING, () -> Probe.kafkaReady(desk.ports()), this::stackRuns);
        await("tokens", Desk.STACK, BACKING, () -> Probe.tokensReady(desk.ports()), this::stackRuns);
    }

    private boolean stackRuns() {
        return desk.stack().running().isPresent();
    }

    /** The same class path again, in a JVM that goes on without us. */
    private Process launchHolder() {
        var logging = Objects.requireNonNull(LocalStack.class.getResource("logging.properties"));
        return JvmCommand.detached()
                .named(Desk.STACK, desk.state())
                .with(List.of(
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Dlogging.configuration=" + logging,
                        "-Ditf.project=" + desk.project(),
                        "-cp",
                        System.getProperty("itf.class.path", System.getProperty("java.class.path", ""))))
                .running(List.of(Main.class.getName(), "run"))
                .start(
                        Map.of("ITF_STATE", desk.state().root().toString()),
                        log(Desk.STACK).toFile());
    }

    private void startServices() {
        for (var service : Service.values()) {
            if (desk.pidFile(service).running().isEmpty()) {
                desk.ports().requireFree(List.of(Ports.httpUse(service), Ports.managementUse(service)));
                var started = new ServiceProcess(service, desk.project(), desk.state(), desk.ports()).startDetached();
                desk.pidFile(service).write(started.pid());
            }
        }
        for (var service : Service.values()) {
            await(
                    service.word(),
                    service.word(),
                    SERVICE,
                    () -> Probe.serviceReady(desk.ports(), service),
                    () -> desk.pidFile(service).running().isPresent());
        }
    }

    /** One line on the terminal, begun before the wait and ended after it. */
    private void await(String what, String log, Duration atMost, BooleanSupplier ready, BooleanSupplier runs) {
        var begun = System.nanoTime();
        desk.out().printf("%-13s ... ", what);
        desk.out().flush();
        var settled = Patience.until(atMost, () -> ready.getAsBoolean() || !runs.getAsBoolean());
        if (!runs.getAsBoolean()) {
            throw failed("The process for %s ended while starting", what, log);
        }
        if (!settled) {
            throw failed("%s was not ready within " + atMost.toSeconds() + " s", what, log);
        }
        desk.out().printf("ready in %.1f s%n", (System.nanoTime() - begun) / 1e9);
    }

    private LocalStackException failed(String sentence, String what, String log) {
        desk.out().println("failed");
        return new LocalStackException("%s; its log %s ends:%n%s%n./itf down stops what did start."
                .formatted(sentence.formatted(what), log(log), String.join("\n", LogFile.lastLines(log(log), 20))));
    }

    private Path log(String word) {
        return desk.state().log(word);
    }

    private void sayWhere() {
        desk.out().println();
        for (var service : Service.values()) {
            desk.out()
                    .printf(
                            "%-13s http://127.0.0.1:%d   API pages http://127.0.0.1:%d/q/swagger-ui%n",
                            service.word(),
                            desk.ports().http(service),
                            desk.ports().management(service));
        }
        desk.out()
                .printf(
                        "%-13s jdbc:postgresql://127.0.0.1:%d/applications (role applications, password %s; likewise the others)%n",
                        "postgres", desk.ports().postgres(), LocalPostgres.LOCAL_ONLY_PASSWORD);
        desk.out().printf("%-13s 127.0.0.1:%d%n", "kafka", desk.ports().kafka());
        desk.out().println("./itf token --person NAME --role ROLE makes a token; ./itf down stops everything.");
    }
}
