package hk.itf.infra.local.command;

import hk.itf.infra.local.LocalStack;
import java.util.concurrent.CountDownLatch;

/** {@code run}: holds PostgreSQL, Kafka and the token issuer until the process is asked to end. */
record HoldBacking(Desk desk) implements Command {

    @Override
    public int run(Words words) {
        try (var stack = LocalStack.start(desk.project(), desk.state(), desk.ports(), desk.out()::println)) {
            desk.out().println("holding the stack in " + stack.state().root());
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
