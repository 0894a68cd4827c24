package hk.itf.infra.clock;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Works through candidates of one kind in a stable order, a bounded number in one run. Each candidate gets a transaction of
 * its own, which checks again under locks, because replicas sweep at the same time. A candidate that fails is logged and
 * passed over, so that the candidates after it do not wait. The next run continues after the last candidate of this run, and
 * starts again from the first candidate after the last one.
 *
 * @param <T> a candidate with all values of the order, because the next page starts after it
 */
public final class Sweep<T> {

    private static final Logger LOG = Logger.getLogger(Sweep.class);

    /** The most pages of due candidates in one run. */
    static final int MOST_PAGES = 10;

    private final String what;
    private final int pageSize;
    private final int pages;
    private final AtomicReference<@Nullable T> last = new AtomicReference<>();

    private Sweep(String what, int pageSize, int pages) {
        this.what = what;
        this.pageSize = pageSize;
        this.pages = pages;
    }

    /**
     * A sweep whose candidates are all due. One run handles at most ten pages.
     *
     * @param what the kind of candidate, for the log, such as {@code lapsed lease}
     */
    public static <T> Sweep<T> ofDue(String what, int pageSize) {
        return new Sweep<>(what, pageSize, MOST_PAGES);
    }

    /**
     * A sweep whose candidates may still wait, which only a look at other rows can tell. One run looks at one page, so that
     * many waiting candidates cost no more than a page.
     */
    public static <T> Sweep<T> ofWaiting(String what, int pageSize) {
        return new Sweep<>(what, pageSize, 1);
    }

    /**
     * Runs the sweep once.
     *
     * @param page returns the candidates after the given one, or from the first one, at most as many as a page has
     */
    public void run(Function<Optional<T>, List<T>> page, Consumer<T> work) {
        for (var remaining = pages; remaining > 0; remaining--) {
            var candidates = page.apply(Optional.ofNullable(last.get()));
            candidates.forEach(candidate -> attempt(candidate, work));
            if (candidates.size() < pageSize) {
                last.set(null);
                return;
            }
            last.set(candidates.getLast());
        }
    }

    private void attempt(T candidate, Consumer<T> work) {
        try {
            work.accept(candidate);
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s %s is left for a later sweep", what, candidate);
        }
    }
}
