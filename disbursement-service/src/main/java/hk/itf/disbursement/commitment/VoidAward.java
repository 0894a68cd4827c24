package hk.itf.disbursement.commitment;

import hk.itf.disbursement.award.Award;
import hk.itf.disbursement.award.AwardTransition;
import hk.itf.disbursement.award.AwardVersions;
import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.envelope.Envelope;
import hk.itf.disbursement.ledger.Transfer;
import hk.itf.disbursement.ledger.Transfers;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.event.ApplicationEvent;
import hk.itf.model.event.ApplicationEvent.ApplicationWithdrawn;
import hk.itf.model.event.ApplicationEvent.OfferLapsed;
import hk.itf.model.id.GrantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/**
 * Voids an award when its application is withdrawn or its offer lapses before the agreement. The award leaves the queue
 * or is decommitted. A withdrawal before the approval creates a voided award, so that the approval is late.
 */
@ApplicationScoped
public class VoidAward {

    private final AwardEnvelopes envelopes;
    private final Awards awards;
    private final AwardVersions versions;
    private final Transfers transfers;
    private final FundingQueue queue;
    private final Event<VoidedAward> voidedAward;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Clock clock;

    VoidAward(
            AwardEnvelopes envelopes,
            Awards awards,
            AwardVersions versions,
            Transfers transfers,
            FundingQueue queue,
            Event<VoidedAward> voidedAward,
            Timeline timeline,
            Outbox outbox,
            Clock clock) {
        this.envelopes = envelopes;
        this.awards = awards;
        this.versions = versions;
        this.transfers = transfers;
        this.queue = queue;
        this.voidedAward = voidedAward;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public Reception handle(ApplicationWithdrawn withdrawn) {
        return voidBecause(withdrawn.grant(), withdrawn, "withdrawn");
    }

    @Transactional
    public Reception handle(OfferLapsed lapsed) {
        return voidBecause(lapsed.grant(), lapsed, "the offer lapsed");
    }

    private Reception voidBecause(GrantId grant, ApplicationEvent event, String reason) {
        var now = clock.instant();
        var both = envelopes.lockBoth(grant, now);
        var known = awards.lockIfPresent(grant);
        var reception = AwardReception.TABLE.of(known, event);
        if (!reception.isApplied()) {
            return reception;
        }
        if (known.isEmpty() || both.isEmpty()) {
            awards.add(Award.withdrawnBeforeApproval(grant, now));
            timeline.note(grant, "award", "MARK", event.actor(), reason, now);
            return reception;
        }
        voidAward(known.get(), both.get().open(), event, reason, now);
        queue.serve(both.get(), now);
        return reception;
    }

    private void voidAward(Award award, Envelope open, ApplicationEvent event, String reason, Instant now) {
        var voided = award.voidAward(reason, event.actor(), now);
        versions.newest(award.id()).voidVersion();
        if (voided.decommitted().isPositive()) {
            open.decommit(voided.decommitted());
            transfers.post(
                    Transfer.decommitForVoid(award.id(), open.account(), voided.decommitted(), HongKong.dayOf(now)));
        }
        voidedAward.fire(new VoidedAward(award.id(), event.actor(), now));
        timeline.record(award, AwardTransition.VOID, event.actor(), reason, now);
        outbox.append(voided);
    }
}
