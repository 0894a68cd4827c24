package hk.itf.disbursement.hold;

import static hk.itf.model.NamedValue.value;

import hk.itf.infra.http.CallerLanguage;
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

/** Places a hold. After the answer, no tranche under the target is prepared or released until the hold is lifted. */
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
            throw DomainException.notFound("hold-target");
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
        LOG.infof("hold placed on %s %s by %s", command.target(), command.id(), command.actor());
        return hold.view(CallerLanguage.current());
    }

    static void requireReason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw DomainException.invalidFields(
                    List.of(Violation.of("/reason", "wrong-length.characters", value("max", LONGEST_REASON))));
        }
    }
}
