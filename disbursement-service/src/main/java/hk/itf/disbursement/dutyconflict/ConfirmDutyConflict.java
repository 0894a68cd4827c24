package hk.itf.disbursement.dutyconflict;

import hk.itf.disbursement.award.Awards;
import hk.itf.infra.duty.GrantDuties;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Confirms a duty conflict. The second confirmation, by another fund controller, resolves the conflict. Both must hold
 * no duty of the grant, and the act must be {@code FINAL}: an act that can be undone has to be repeated by another
 * person.
 */
@ApplicationScoped
class ConfirmDutyConflict {

    private static final Logger LOG = Logger.getLogger(ConfirmDutyConflict.class);

    record Command(UUID conflict, EntityVersion expected, String reason, PersonId actor) {}

    private final Awards awards;
    private final DutyConflicts conflicts;
    private final ActStatuses acts;
    private final GrantDuties duties;
    private final Timeline timeline;
    private final DutyConflictQueries queries;
    private final Clock clock;

    ConfirmDutyConflict(
            Awards awards,
            DutyConflicts conflicts,
            ActStatuses acts,
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
            throw DomainException.conflict("one-person-one-duty.confirm-conflict");
        }
    }

    private void requireFinal(DutyConflict conflict) {
        if (acts.statusOf(conflict.grant(), conflict.person(), conflict.held()) != ActStatus.FINAL) {
            throw DomainException.conflict("act-can-be-redone");
        }
    }
}
