package hk.itf.disbursement.dutyconflict;

import hk.itf.disbursement.DisbursementSettings;
import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.dutyconflict.DutyConflicts.Open;
import hk.itf.infra.clock.Candidate;
import hk.itf.infra.duty.GrantDuties;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.duty.Duty;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Resolves conflicts whose act is undone: the tranche was returned, the release bounced, or the bank details were
 * replaced. The person keeps the duty of the other service. Another person has to repeat the act before the payment.
 */
@ApplicationScoped
public class ResolveUndoneConflicts {

    private static final Logger LOG = Logger.getLogger(ResolveUndoneConflicts.class);

    private final Awards awards;
    private final DutyConflicts conflicts;
    private final ActStatuses acts;
    private final GrantDuties duties;
    private final Timeline timeline;
    private final DisbursementSettings settings;
    private final Clock clock;

    ResolveUndoneConflicts(
            Awards awards,
            DutyConflicts conflicts,
            ActStatuses acts,
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

    /** A page of open conflicts. They wait for a person, unless the act behind the held duty is undone. */
    @Transactional
    List<Candidate<Open>> candidates(Optional<Candidate<Open>> after) {
        return conflicts.open(after, settings.sweepWindow());
    }

    /**
     * Checks every open conflict of a grant under the lock of the award, which preparation, release and bank answers
     * hold, too.
     */
    @Transactional
    public void handle(GrantId grant) {
        var now = clock.instant();
        awards.lockIfPresent(grant);
        for (var conflict : conflicts.lockOpenOf(grant)) {
            if (acts.statusOf(grant, conflict.person(), conflict.held()) == ActStatus.UNDONE) {
                resolve(conflict, now);
            }
        }
    }

    private void resolve(DutyConflict conflict, Instant now) {
        var undone = conflict.held();
        duties.giveUp(conflict.grant(), conflict.person(), undone, conflict.also());
        conflict.undo(now);
        timeline.record(conflict, DutyConflictTransition.UNDO, PersonId.SYSTEM, now);
        LOG.infof("duty conflict of grant %s resolved: the act %s is undone", conflict.grant(), undone);
        conflicts.lockOpenOf(conflict.grant()).stream()
                .filter(other -> other.person().equals(conflict.person()) && other.held() == undone)
                .forEach(other -> replaceHeldDuty(other, conflict.also(), now));
    }

    /** The person had a third duty: the other conflict is now between two acts in other services. */
    private void replaceHeldDuty(DutyConflict other, Duty held, Instant now) {
        other.replaceHeldDuty(held);
        timeline.record(other, DutyConflict.Act.UNDO_ONE, PersonId.SYSTEM, "now holds " + held, now);
    }
}
