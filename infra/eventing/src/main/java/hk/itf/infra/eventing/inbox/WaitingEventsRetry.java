package hk.itf.infra.eventing.inbox;

import hk.itf.infra.eventing.EventingSettings;
import hk.itf.infra.eventing.Failures;
import hk.itf.infra.eventing.WakeSignal;
import hk.itf.infra.eventing.inbox.EventDelivery.NotAppliedException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;

/**
 * Tries waiting events again, between two polls of the event loop: those that something has woken, those whose type this build has
 * learned, and now and then a few early events that nothing has woken. Each aggregate has a transaction of its own, so that a
 * failing one delays no other.
 */
@ApplicationScoped
class WaitingEventsRetry {

    private static final Logger LOG = Logger.getLogger(WaitingEventsRetry.class);
    private static final Duration LOOK_FOR_WOKEN_EVERY = Duration.ofSeconds(1);
    private static final Duration LOOK_FOR_KNOWN_EVERY = Duration.ofSeconds(4);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(5);
    private static final int MOST_AGGREGATES = 100;

    private final WaitingEvents waiting;
    private final WakeUps wakeUps;
    private final EventInbox inbox;
    private final EventTypes types;
    private final WakeSignal signal;
    private final LoopTransactions transactions;
    private final EventingSettings settings;
    private final Counter foundBySweep;
    private long lastWoken;
    private long lastKnown;
    private long lastSweep;

    WaitingEventsRetry(
            WaitingEvents waiting,
            WakeUps wakeUps,
            EventInbox inbox,
            EventTypes types,
            WakeSignal signal,
            LoopTransactions transactions,
            EventingSettings settings,
            MeterRegistry metrics) {
        this.waiting = waiting;
        this.wakeUps = wakeUps;
        this.inbox = inbox;
        this.types = types;
        this.signal = signal;
        this.transactions = transactions;
        this.settings = settings;
        foundBySweep = metrics.counter("itf.eventing.found.by.sweep");
        var now = System.nanoTime();
        lastWoken = now - LOOK_FOR_WOKEN_EVERY.toNanos();
        lastKnown = now - LOOK_FOR_KNOWN_EVERY.toNanos();
        lastSweep = now;
    }

    /** Does what is due. Only the thread of the event loop calls this. */
    void run() {
        var now = System.nanoTime();
        if (now - lastKnown >= LOOK_FOR_KNOWN_EVERY.toNanos()) {
            lastKnown = now;
            drainEach(ids(() -> wakeUps.wakeKnown(types.known(), MOST_AGGREGATES)), false);
        }
        if (signal.lower() || now - lastWoken >= LOOK_FOR_WOKEN_EVERY.toNanos()) {
            lastWoken = now;
            drainEach(ids(() -> wakeUps.woken(MOST_AGGREGATES)), false);
        }
        if (now - lastSweep >= settings.sweepEvery().toNanos()) {
            lastSweep = now;
            drainEach(ids(() -> wakeUps.longestUntried(MOST_AGGREGATES)), true);
        }
    }

    private Set<String> ids(Callable<Set<String>> query) {
        try {
            return transactions.call(query);
        } catch (RuntimeException e) {
            if (!Failures.passing(e)) {
                throw e;
            }
            LOG.warnf("Waiting events are tried later: %s", Failures.root(e).getMessage());
            return Set.of();
        }
    }

    /**
     * Drains the aggregates in any order, so that a slow one delays the others by chance only. Ends after a while: the loop must poll,
     * and events that were woken stay woken.
     */
    private void drainEach(Set<String> aggregateIds, boolean sweeping) {
        var end = System.nanoTime() + LONGEST_ROUND.toNanos();
        var inAnyOrder = new ArrayList<>(aggregateIds);
        Collections.shuffle(inAnyOrder);
        for (var aggregateId : inAnyOrder) {
            if (transactions.isStopping() || System.nanoTime() > end) {
                signal.raise();
                return;
            }
            try {
                var drained = drain(aggregateId);
                if (sweeping && drained > 0) {
                    foundBySweep.increment(drained);
                    LOG.warnf("The sweep applied %d events of %s that nothing had woken.", drained, aggregateId);
                }
            } catch (RuntimeException e) {
                if (!Failures.passing(e)) {
                    throw e;
                }
                LOG.warnf(
                        "Waiting events of %s are tried later: %s",
                        aggregateId, Failures.root(e).getMessage());
            }
        }
    }

    /**
     * Returns the number of events that no longer wait.
     *
     * @throws RuntimeException a passing failure
     */
    private int drain(String aggregateId) {
        try {
            return transactions.call(() -> inbox.drain(aggregateId));
        } catch (NotAppliedException e) {
            if (Failures.passing(e)) {
                throw e;
            }
            park(e.event(), e);
        } catch (RuntimeException e) {
            if (Failures.passing(e)) {
                throw e;
            }
            drainOneByOne(aggregateId);
        }
        return 0;
    }

    /** A failure of the commit names no event, so each event gets a transaction of its own. */
    private void drainOneByOne(String aggregateId) {
        for (var head : transactions.call(() -> waiting.heads(aggregateId))) {
            try {
                transactions.once(() -> inbox.drainHead(head));
            } catch (RuntimeException e) {
                if (Failures.passing(e)) {
                    throw e;
                }
                park(head.event(), e);
            }
        }
    }

    private void park(IncomingEvent event, RuntimeException e) {
        LOG.errorf(e, "%s %s is parked; later events of the aggregate wait.", event.type(), event.aggregate());
        transactions.untilDone(() -> inbox.park(event, Failures.reason(e)));
    }
}
