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

    private record Sweep(InjectableBean<?> bean, Method method) {

        void run() {
            var context = Arc.container().requestContext();
            context.activate();
            try {
                method.invoke(ClientProxy.unwrap(Arc.container().instance(bean).get()));
            } catch (InvocationTargetException failed) {
                LOG.warnf(failed.getCause(), "%s failed; it is run again", method);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            } finally {
                context.terminate();
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
                sweeps.forEach(Sweep::run);
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

    private static List<Sweep> sweeps() {
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
