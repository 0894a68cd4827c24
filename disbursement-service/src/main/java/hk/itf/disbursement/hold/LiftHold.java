package hk.itf.disbursement.hold;

import hk.itf.infra.http.CallerLanguage;
import hk.itf.model.id.HoldId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Lifts a hold. The command takes no If-Match, because lifting is the only change of a hold. */
@ApplicationScoped
class LiftHold {

    private static final Logger LOG = Logger.getLogger(LiftHold.class);

    record Command(HoldId hold, String reason, PersonId actor) {}

    private final Holds holds;
    private final Clock clock;

    LiftHold(Holds holds, Clock clock) {
        this.holds = holds;
        this.clock = clock;
    }

    @Transactional
    HoldView handle(Command command) {
        PlaceHold.requireReason(command.reason());
        var hold = holds.lock(command.hold());
        hold.lift(command.reason().strip(), command.actor(), clock.instant());
        holds.flushChanges();
        LOG.infof("hold %s lifted by %s", command.hold(), command.actor());
        return hold.view(CallerLanguage.current());
    }
}
