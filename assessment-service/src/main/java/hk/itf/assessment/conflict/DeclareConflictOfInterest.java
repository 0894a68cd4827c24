package hk.itf.assessment.conflict;

import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.Uuids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Declares an interest in an organisation. A repeated declaration changes nothing. Other rooms undo the acts of the person. */
@ApplicationScoped
public class DeclareConflictOfInterest {

    public record Command(PersonId person, OrganisationId organisation, String reason) {

        public Command {
            reason = reason.strip();
        }
    }

    private static final Logger LOG = Logger.getLogger(DeclareConflictOfInterest.class);

    private final ConflictsOfInterest conflicts;
    private final Event<InterestInPartyDeclared> declarations;
    private final Clock clock;

    DeclareConflictOfInterest(ConflictsOfInterest conflicts, Event<InterestInPartyDeclared> declarations, Clock clock) {
        this.conflicts = conflicts;
        this.declarations = declarations;
        this.clock = clock;
    }

    @Transactional
    public ConflictView handle(Command command) {
        var known = conflicts.of(command.person(), command.organisation());
        if (known.isPresent()) {
            return known.get().view();
        }
        var now = clock.instant();
        var declared =
                new ConflictOfInterest(Uuids.next(), command.person(), command.organisation(), command.reason(), now);
        conflicts.add(declared);
        LOG.infof(
                "person %s declared a conflict of interest in organisation %s",
                command.person(), command.organisation());
        declarations.fire(new InterestInPartyDeclared(command.person(), command.organisation(), now));
        return declared.view();
    }
}
