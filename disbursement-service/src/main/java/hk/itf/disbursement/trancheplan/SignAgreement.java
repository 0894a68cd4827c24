package hk.itf.disbursement.trancheplan;

import hk.itf.disbursement.award.AwardTransition;
import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.commitment.AwardReception;
import hk.itf.disbursement.tranche.Gates;
import hk.itf.disbursement.tranche.MakeTrancheDue;
import hk.itf.disbursement.tranche.Tranches;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.event.ApplicationEvent.OfferAccepted;
import hk.itf.model.scheme.tranche.Gate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Applies the acceptance of the offer: the award is agreed, and the gate AGREEMENT_SIGNED of every tranche is met. */
@ApplicationScoped
public class SignAgreement {

    private final Awards awards;
    private final Tranches tranches;
    private final Gates gates;
    private final MakeTrancheDue makeTrancheDue;
    private final Timeline timeline;
    private final Clock clock;

    SignAgreement(
            Awards awards,
            Tranches tranches,
            Gates gates,
            MakeTrancheDue makeTrancheDue,
            Timeline timeline,
            Clock clock) {
        this.awards = awards;
        this.tranches = tranches;
        this.gates = gates;
        this.makeTrancheDue = makeTrancheDue;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    public Reception handle(OfferAccepted accepted) {
        var known = awards.lockIfPresent(accepted.grant());
        var reception = AwardReception.TABLE.of(known, accepted);
        if (known.isEmpty() || !reception.isApplied()) {
            return reception;
        }
        var now = clock.instant();
        var award = known.get();
        award.agree(accepted.organisation(), accepted.laterStages());
        gates.meetOnAll(award.id(), Gate.AGREEMENT_SIGNED, now);
        timeline.record(award, AwardTransition.AGREE, accepted.actor(), now);
        tranches.lockAllOf(award.id()).forEach(tranche -> makeTrancheDue.handle(tranche.id()));
        return reception;
    }
}
