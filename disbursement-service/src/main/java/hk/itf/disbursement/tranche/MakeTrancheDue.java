package hk.itf.disbursement.tranche;

import hk.itf.disbursement.DisbursementSettings;
import hk.itf.disbursement.award.AwardStatus;
import hk.itf.disbursement.award.Awards;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Outbox;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Makes a scheduled tranche due once its gates are met and nothing holds it. */
@ApplicationScoped
public class MakeTrancheDue {

    private final Awards awards;
    private final Tranches tranches;
    private final PaymentReadinessCheck gateKeeper;
    private final Timeline timeline;
    private final Outbox outbox;
    private final DisbursementSettings settings;
    private final Clock clock;

    MakeTrancheDue(
            Awards awards,
            Tranches tranches,
            PaymentReadinessCheck gateKeeper,
            Timeline timeline,
            Outbox outbox,
            DisbursementSettings settings,
            Clock clock) {
        this.awards = awards;
        this.tranches = tranches;
        this.gateKeeper = gateKeeper;
        this.timeline = timeline;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public List<TrancheId> ripe() {
        return tranches.ripe(clock.instant(), settings.sweep());
    }

    /** Looks again under locks, because what made it ripe may have changed. */
    @Transactional
    public void handle(TrancheId id) {
        var now = clock.instant();
        var address = tranches.addressOf(id);
        var award = awards.lock(address.grant());
        var tranche = tranches.lock(id);
        if (award.status() != AwardStatus.AGREED
                || !tranche.permits(TrancheTransition.BECOME_DUE)
                || tranche.payable().isZero()
                || !gateKeeper.readinessOf(tranche, address.organisation(), now).isReady()) {
            return;
        }
        var due = tranche.becomeDue(now);
        timeline.record(tranche, TrancheTransition.BECOME_DUE, PersonId.SYSTEM, now);
        outbox.append(due);
    }
}
