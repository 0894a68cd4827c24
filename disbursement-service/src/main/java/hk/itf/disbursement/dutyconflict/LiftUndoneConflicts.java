package hk.itf.disbursement.dutyconflict;

import hk.itf.disbursement.DisbursementSettings;
import hk.itf.disbursement.award.Awards;
import hk.itf.infra.duty.Duty;
import hk.itf.infra.duty.GrantDuties;
import hk.itf.infra.duty.Timeline;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Lifts conflicts over an act on which nothing rests any more: a preparation that was returned, a release that bounced,
 * bank details that were replaced. The person is left with the duty taken elsewhere, so only another one can do the act
 * anew, and until somebody has, no money leaves by it.
 */
@ApplicationScoped
public class LiftUndoneConflicts {

    private static final Logger LOG = Logger.getLogger(LiftUndoneConflicts.class);

    private final Awards awards;
    private final DutyConflicts conflicts;
    private final ActQueries acts;
    private final GrantDuties duties;
    private final Timeline timeline;
    private final DisbursementSettings settings;
    private final Clock clock;

    LiftUndoneConflicts(
            Awards awards,
            DutyConflicts conflicts,
            ActQueries acts,
            GrantDuties duties,
            Timeline timeline,
            DisbursementSettings settings,
            Clock clock) {
        this.awards = awards;
        this.conflicts = conflicts;
        this.acts = acts;
        this.duties = duties;
        this.timeline = timeline;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public List<GrantId> candidates() {
        return conflicts.grantsToLookAt(settings.sweep());
    }

    /** Under the lock of the award, which whoever prepares, releases or takes the bank's answer holds, too. */
    @Transactional
    public void handle(GrantId grant) {
        var now = clock.instant();
        awards.lockIfPresent(grant);
        for (var conflict : conflicts.lockOpenOf(grant)) {
            if (acts.standingOf(grant, conflict.person(), conflict.held()) == ActStanding.UNDONE) {
                lift(conflict, now);
            }
        }
    }

    private void lift(DutyConflict conflict, Instant now) {
        var undone = conflict.held();
        duties.giveUp(conflict.grant(), conflict.person(), undone, conflict.also());
        conflict.undo(now);
        timeline.record(conflict, DutyConflictTransition.UNDO, PersonId.SYSTEM, now);
        LOG.infof("duty conflict of grant %s lifted: what was %s is undone", conflict.grant(), undone);
        conflicts.lockOpenOf(conflict.grant()).stream()
                .filter(other -> other.person().equals(conflict.person()) && other.held() == undone)
                .forEach(other -> leave(other, conflict.also(), now));
    }

    /** A third duty: what is left is a conflict between two acts elsewhere. */
    private void leave(DutyConflict other, Duty held, Instant now) {
        other.isNowBetween(held);
        timeline.record(other, DutyConflict.Act.UNDO_ONE, PersonId.SYSTEM, "now holds " + held, now);
    }
}
