package hk.itf.disbursement.commitment;

import hk.itf.disbursement.award.Award;
import hk.itf.disbursement.award.AwardStatus;
import hk.itf.disbursement.award.AwardTransition;
import hk.itf.disbursement.award.AwardVersions;
import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.award.Awards.Queued;
import hk.itf.disbursement.award.FundingNeed;
import hk.itf.disbursement.envelope.Envelope;
import hk.itf.disbursement.envelope.EnvelopeCarriedOver;
import hk.itf.disbursement.envelope.FundsArrived;
import hk.itf.disbursement.ledger.Transfer;
import hk.itf.disbursement.ledger.Transfers;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Commits waiting awards and increases from an envelope in the order they were recorded. The first that exceeds the
 * free amount stops the queue, so a small award never overtakes a large one. An award whose organisation has overdue
 * debt leaves the queue. Callers hold the lock of the envelope.
 */
@ApplicationScoped
public class FundingQueue {

    private static final Logger LOG = Logger.getLogger(FundingQueue.class);

    private static final int AT_ONCE = 20;

    private final Awards awards;
    private final AwardVersions versions;
    private final Transfers transfers;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Event<VersionTookForce> inForce;

    FundingQueue(
            Awards awards,
            AwardVersions versions,
            Transfers transfers,
            Timeline timeline,
            Outbox outbox,
            Event<VersionTookForce> inForce) {
        this.awards = awards;
        this.versions = versions;
        this.transfers = transfers;
        this.timeline = timeline;
        this.outbox = outbox;
        this.inForce = inForce;
    }

    void onFundsArrived(@Observes FundsArrived arrived) {
        serve(arrived.envelope(), arrived.at());
    }

    /** Moves the queue of the ended year to the open year, in its order, and serves the queue of the open year. */
    void onCarriedOver(@Observes EnvelopeCarriedOver carried) {
        forEachWaiting(carried.ended(), grant -> {
            var award = awards.lock(grant);
            award.carryOver(carried.open().id());
            timeline.record(award, AwardTransition.CARRY_OVER, carried.actor(), carried.at());
            return true;
        });
        serve(carried.open(), carried.at());
    }

    /** Serves the queues of both envelopes after an award left a queue or was decommitted. */
    @Transactional(TxType.MANDATORY)
    public void serve(AwardEnvelopes.EnvelopePair both, Instant now) {
        serve(both.queue(), now);
        if (!both.queue().equals(both.open())) {
            serve(both.open(), now);
        }
    }

    /** Commits from the front of the queue while the free amount suffices. */
    @Transactional(TxType.MANDATORY)
    public void serve(Envelope envelope, Instant now) {
        forEachWaiting(envelope, grant -> serve(envelope, awards.lock(grant), now));
    }

    /** Returns false for an award that exceeds the free amount and therefore stops the queue. */
    private boolean serve(Envelope envelope, Award award, Instant now) {
        if (setAsideIfInDebt(award, now)) {
            return true;
        }
        var need = versions.fundingNeedOf(award);
        if (need.amount().exceeds(envelope.free())) {
            return false;
        }
        if (award.status() == AwardStatus.WAITING) {
            commit(envelope, award, now);
        } else {
            commitIncrease(envelope, award, need, now);
        }
        return true;
    }

    /** Walks through the queue of an envelope, a few awards at a time, until an award stops the queue. */
    private void forEachWaiting(Envelope envelope, Predicate<GrantId> goesOn) {
        var behind = 0L;
        while (true) {
            var next = awards.waitingIn(envelope.id(), behind, AT_ONCE);
            if (!next.stream().map(Queued::grant).allMatch(goesOn) || next.size() < AT_ONCE) {
                return;
            }
            behind = next.getLast().position();
        }
    }

    /** Moves an award out of the queue if its organisation has overdue debt. Returns true if it did. */
    boolean setAsideIfInDebt(Award award, Instant now) {
        if (!awards.hasOverdueDebt(award.grantee(), HongKong.dayOf(now))) {
            return false;
        }
        var waiting = award.leaveQueueForDebt(versions.fundingNeedOf(award), now);
        timeline.record(award, AwardTransition.SET_ASIDE, PersonId.SYSTEM, now);
        outbox.append(waiting);
        return true;
    }

    private void commitIncrease(Envelope envelope, Award award, FundingNeed need, Instant now) {
        var amended = award.commitIncrease(need, now);
        var version = versions.newest(award.id());
        versions.takeForce(version);
        envelope.commit(need.amount());
        transfers.post(
                Transfer.commit(award.id(), version.number(), envelope.account(), need.amount(), HongKong.dayOf(now)));
        inForce.fire(new VersionTookForce(award.id(), version.plan(), now));
        timeline.record(award, AwardTransition.AMEND, PersonId.SYSTEM, now);
        outbox.append(amended);
        LOG.infof("version %d of grant %s committed from envelope %s", version.number(), award.id(), envelope.id());
    }

    private void commit(Envelope envelope, Award award, Instant now) {
        var committed = award.commit(now);
        var version = versions.newest(award.id());
        version.takeForce();
        envelope.commit(committed.committed());
        transfers.post(Transfer.commit(
                award.id(), version.number(), envelope.account(), committed.committed(), HongKong.dayOf(now)));
        inForce.fire(new VersionTookForce(award.id(), version.plan(), now));
        timeline.record(award, AwardTransition.COMMIT, PersonId.SYSTEM, now);
        outbox.append(committed);
        LOG.infof("grant %s committed from envelope %s", award.id(), envelope.id());
    }
}
