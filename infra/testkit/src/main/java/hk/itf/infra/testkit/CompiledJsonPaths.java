package hk.itf.infra.testkit;

import groovy.lang.DelegatingMetaClass;
import groovy.lang.GroovyShell;
import groovy.lang.GroovySystem;
import groovy.lang.MetaClass;
import groovy.lang.Script;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * Makes REST Assured compile each JSON path once. A path such as {@code items[0].status} is a Groovy script, and REST Assured compiles
 * the script for each reading, which takes 8 ms of processor time. A test reads hundreds of paths.
 */
final class CompiledJsonPaths extends DelegatingMetaClass {

    private static final int LARGEST_CACHE = 1_000;

    private final Map<String, Class<? extends Script>> scripts =
            Collections.synchronizedMap(new LeastRecentlyUsed<>(LARGEST_CACHE));

    private CompiledJsonPaths(MetaClass original) {
        super(original);
    }

    /** Takes effect for all later readings in this JVM. A second call changes nothing. */
    static synchronized void install() {
        var registry = GroovySystem.getMetaClassRegistry();
        var current = registry.getMetaClass(GroovyShell.class);
        if (!(current instanceof CompiledJsonPaths)) {
            registry.setMetaClass(GroovyShell.class, new CompiledJsonPaths(current));
        }
    }

    @Override
    public Object invokeMethod(Object target, String method, Object[] arguments) {
        if (target instanceof GroovyShell shell
                && method.equals("evaluate")
                && arguments.length == 1
                && arguments[0] instanceof CharSequence text) {
            var script = scripts.computeIfAbsent(text.toString(), CompiledJsonPaths::compile);
            return InvokerHelper.createScript(script, shell.getContext()).run();
        }
        return super.invokeMethod(target, method, arguments);
    }

    /** Each script has a class loader of its own, so that a script that leaves the cache can be unloaded. */
    private static Class<? extends Script> compile(String text) {
        return new GroovyShell().parse(text).getClass();
    }

    private static final class LeastRecentlyUsed<V> extends LinkedHashMap<String, V> {

        private static final long serialVersionUID = 1L;

        private final int largest;

        LeastRecentlyUsed(int largest) {
            super(16, 0.75f, true);
            this.largest = largest;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > largest;
        }
    }
}
