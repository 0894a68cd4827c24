package hk.itf.disbursement.dutyconflict;

import hk.itf.disbursement.award.Awards;
import hk.itf.infra.duty.GrantDuties;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.http.EntityVersion;
import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * A fund-controller says that a conflict may stand; the second one, another person, lifts it. Only where the act cannot
 * be done anew by somebody else, and only by people who hold no duty of the grant.
 */
@ApplicationScoped
class ConfirmDutyConflict {

    private static final Logger LOG = Logger.getLogger(ConfirmDutyConflict.class);

    record Command(UUID conflict, EntityVersion expected, String reason, PersonId actor) {}

    private final Awards awards;
    private final DutyConflicts conflicts;
    private final ActQueries acts;
    private final GrantDuties duties;
    private final Timeline timeline;
    private final DutyConflictQueries queries;
    private final Clock clock;

    ConfirmDutyConflict(
            Awards awards,
            DutyConflicts conflicts,
            ActQueries acts,
            GrantDuties duties,
            Timeline timeline,
            DutyConflictQueries queries,
            Clock clock) {
        this.awards = awards;
        this.conflicts = conflicts;
        this.acts = acts;
        this.duties = duties;
        this.timeline = timeline;
        this.queries = queries;
        this.clock = clock;
    }

    @Transactional
    DutyConflictView handle(Command command) {
        var now = clock.instant();
        awards.lockIfPresent(conflicts.grantOf(command.conflict()));
        var conflict = conflicts.lock(command.conflict());
        command.expected().require(conflict.version());
        var transition = conflict.confirm(command.reason().strip(), command.actor(), now);
        requireNoDuty(conflict.grant(), command.actor());
        requireFinal(conflict);
        timeline.record(conflict, transition, command.actor(), command.reason().strip(), now);
        LOG.infof("duty conflict %s: %s by %s", command.conflict(), transition, command.actor());
        return queries.get(command.conflict());
    }

    private void requireNoDuty(GrantId grant, PersonId actor) {
        if (duties.of(grant, actor).isPresent()) {
            throw DomainException.conflict(
                    "one-person-one-duty", "You hold a duty of this grant yourself; others have to confirm.");
        }
    }

    private void requireFinal(DutyConflict conflict) {
        if (acts.standingOf(conflict.grant(), conflict.person(), conflict.held()) != ActStanding.FINAL) {
            throw DomainException.conflict(
                    "act-can-be-redone",
                    "Nothing was paid by what this person did here: take it back and have another person do it anew.");
        }
    }
}
