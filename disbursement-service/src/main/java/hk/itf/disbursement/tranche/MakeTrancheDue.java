package hk.itf.disbursement.tranche;

import hk.itf.disbursement.DisbursementSettings;
import hk.itf.disbursement.award.AwardStatus;
import hk.itf.disbursement.award.Awards;
import hk.itf.infra.clock.Candidate;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Makes a scheduled tranche due when its gates are met, no hold stops it and its grant has no duty conflict. */
@ApplicationScoped
public class MakeTrancheDue {

    private final Awards awards;
    private final Tranches tranches;
    private final PaymentReadinessCheck readinessCheck;
    private final Timeline timeline;
    private final Outbox outbox;
    private final DisbursementSettings settings;
    private final Clock clock;

    MakeTrancheDue(
            Awards awards,
            Tranches tranches,
            PaymentReadinessCheck readinessCheck,
            Timeline timeline,
            Outbox outbox,
            DisbursementSettings settings,
            Clock clock) {
        this.awards = awards;
        this.tranches = tranches;
        this.readinessCheck = readinessCheck;
        this.timeline = timeline;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** A page of scheduled tranches with met gates. They wait for bank details, for a hold or for a duty conflict. */
    @Transactional
    public List<Candidate<TrancheId>> candidates(Optional<Candidate<TrancheId>> after) {
        return tranches.withMetGates(clock.instant(), after, settings.sweepWindow());
    }

    /**
     * Locks the award and the tranche and checks again, because gates and holds may have changed since the candidates
     * were read.
     */
    @Transactional
    public void handle(TrancheId id) {
        var now = clock.instant();
        var keys = tranches.lockKeysOf(id);
        var award = awards.lock(keys.grant());
        var tranche = tranches.lock(id);
        if (award.status() != AwardStatus.AGREED
                || !tranche.permits(TrancheTransition.BECOME_DUE)
                || tranche.payable().isZero()
                || !readinessCheck.check(tranche, keys.organisation(), now).isReady()) {
            return;
        }
        var due = tranche.becomeDue(now);
        timeline.record(tranche, TrancheTransition.BECOME_DUE, PersonId.SYSTEM, now);
        outbox.append(due);
    }
}
