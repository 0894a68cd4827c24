package hk.itf.assessment.conflict;

import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Declares an interest in one grant. A repeated declaration changes nothing. Other rooms undo the acts of the person. */
@ApplicationScoped
public class DeclareInterestInGrant {

    public record Command(PersonId person, GrantId grant, String reason) {

        public Command {
            reason = reason.strip();
        }
    }

    private static final Logger LOG = Logger.getLogger(DeclareInterestInGrant.class);

    private final InterestsInGrants interests;
    private final Event<InterestInGrantDeclared> declarations;
    private final Clock clock;

    DeclareInterestInGrant(InterestsInGrants interests, Event<InterestInGrantDeclared> declarations, Clock clock) {
        this.interests = interests;
        this.declarations = declarations;
        this.clock = clock;
    }

    @Transactional
    public void handle(Command command) {
        var now = clock.instant();
        interests.declare(command.grant(), command.person(), command.reason(), now);
        LOG.infof("person %s declared an interest in grant %s", command.person(), command.grant());
        declarations.fire(new InterestInGrantDeclared(command.person(), command.grant(), now));
    }
}
