package hk.itf.infra.local.command;

import hk.itf.infra.local.LocalStack;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

@Command(
        name = "run",
        hidden = true,
        description = "Runs PostgreSQL, Kafka and the token issuer until this process is asked to end. Used by up.")
final class RunCommand implements Callable<Integer> {

    private final LauncherContext context;

    RunCommand(LauncherContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (var stack =
                LocalStack.start(context.project(), context.state(), context.ports(), context.out()::println)) {
            context.out().println("running the stack in " + stack.state().root());
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
