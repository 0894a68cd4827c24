package hk.itf.disbursement.hold;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.id.HoldId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Keeps money from leaving; once answered, nothing under it is prepared or released. */
@ApplicationScoped
class PlaceHold {

    private static final Logger LOG = Logger.getLogger(PlaceHold.class);
    static final int LONGEST_REASON = 500;

    record Command(HoldTarget target, UUID id, String reason, PersonId actor) {}

    private final Holds holds;
    private final Clock clock;

    PlaceHold(Holds holds, Clock clock) {
        this.holds = holds;
        this.clock = clock;
    }

    @Transactional
    HoldView handle(Command command) {
        requireReason(command.reason());
        if (!holds.targetExists(command.target(), command.id())) {
            throw DomainException.notFound("target");
        }
        holds.lockTarget(command.target(), command.id());
        var hold = new Hold(
                HoldId.next(),
                command.target(),
                command.id(),
                command.reason().strip(),
                command.actor(),
                clock.instant());
        holds.add(hold);
        LOG.infof("%s %s held by %s", command.target(), command.id(), command.actor());
        return hold.view();
    }

    static void requireReason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw DomainException.invalidFields(
                    List.of(new Violation("/reason", "wrong-length", "A reason has 1 to 500 characters.")));
        }
    }
}
