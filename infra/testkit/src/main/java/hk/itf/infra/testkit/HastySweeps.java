package hk.itf.infra.testkit;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ClientProxy;
import io.quarkus.arc.InjectableBean;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs the periodic sweeps of a service four times a second. The scheduler has no interval below a second, and a test
 * with a payment waits for three sweeps. The service sees another replica that sweeps, which it must tolerate anyway.
 * Sweeps at an hour of the day are left out.
 */
@ApplicationScoped
public class HastySweeps {

    private static final Logger LOG = Logger.getLogger(HastySweeps.class);
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** A method with a schedule that repeats it. */
    public record Sweep(InjectableBean<?> bean, Method method) {

        private void runInBackground() {
            var context = Arc.container().requestContext();
            context.activate();
            try {
                run();
            } catch (IllegalStateException failed) {
                LOG.warnf(failed.getCause(), "%s failed; it is run again", method);
            } finally {
                context.terminate();
            }
        }

        /** Runs the sweep once, in the contexts of the caller. */
        public void run() {
            try {
                method.invoke(ClientProxy.unwrap(Arc.container().instance(bean).get()));
            } catch (InvocationTargetException failed) {
                throw new IllegalStateException(method + " failed", failed.getCause());
            } catch (IllegalAccessException e) {
                throw new LinkageError(method + " cannot be called", e);
            }
        }
    }

    private static volatile @Nullable Thread thread;

    /** Starts the next round of sweeps without a pause. A test that waits for a sweep calls this method at each check. */
    public static void hurry() {
        LockSupport.unpark(thread);
    }

    void start(@Observes StartupEvent started) {
        var sweeps = sweeps();
        thread = Thread.ofPlatform().daemon().name("hasty-sweeps").start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(PAUSE.toNanos());
                sweeps.forEach(Sweep::runInBackground);
            }
        });
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        var sweeping = thread;
        if (sweeping != null) {
            sweeping.interrupt();
            sweeping.join(Duration.ofSeconds(10));
        }
    }

    /** All periodic sweeps of the service. */
    public static List<Sweep> sweeps() {
        return Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .filter(bean -> bean.getBeanClass().getName().startsWith("hk.itf."))
                .flatMap(bean ->
                        repeatedIn(bean.getBeanClass()).map(method -> new Sweep((InjectableBean<?>) bean, method)))
                .toList();
    }

    private static Stream<Method> repeatedIn(Class<?> beanClass) {
        return Arrays.stream(beanClass.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Scheduled.class)
                        && !method.getAnnotation(Scheduled.class).every().isEmpty())
                .filter(AccessibleObject::trySetAccessible);
    }
}
