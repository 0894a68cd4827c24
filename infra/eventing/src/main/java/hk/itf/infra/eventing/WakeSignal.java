package hk.itf.infra.eventing;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells the event loop of this replica that a transaction may have woken waiting events. The rows in the database hold what was
 * woken; without the signal the loop looks for them a second later.
 */
@ApplicationScoped
public class WakeSignal {

    private volatile boolean raised;

    /** Cheap, and safe from any thread. */
    public void raise() {
        raised = true;
    }

    /** Returns whether the signal was raised, and lowers it. */
    public boolean lower() {
        var wasRaised = raised;
        raised = false;
        return wasRaised;
    }
}
