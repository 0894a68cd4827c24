package hk.itf.disbursement.commitment;

import hk.itf.disbursement.award.Award;
import hk.itf.disbursement.award.AwardStatus;
import hk.itf.disbursement.award.AwardTransition;
import hk.itf.disbursement.award.AwardVersions;
import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.award.FundingNeed;
import hk.itf.disbursement.envelope.Envelope;
import hk.itf.disbursement.envelope.EnvelopeCarriedOver;
import hk.itf.disbursement.envelope.FundsArrived;
import hk.itf.disbursement.ledger.Transfer;
import hk.itf.disbursement.ledger.Transfers;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Outbox;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Commits awards, and later versions that promise more, from an envelope in the order they were recorded. The first that does not fit stops the queue: a small
 * award never overtakes a large one. One whose organisation has overdue debt by now is set aside. Callers hold the lock of the envelope.
 */
@ApplicationScoped
public class FundingQueue {

    private static final Logger LOG = Logger.getLogger(FundingQueue.class);

    private final Awards awards;
    private final AwardVersions versions;
    private final Transfers transfers;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Event<VersionInForce> inForce;

    FundingQueue(
            Awards awards,
            AwardVersions versions,
            Transfers transfers,
            Timeline timeline,
            Outbox outbox,
            Event<VersionInForce> inForce) {
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

    /** Everybody keeps their place: who was recorded first is served first, in whichever year that was. */
    void onCarriedOver(@Observes EnvelopeCarriedOver carried) {
        for (var grant : awards.waitingIn(carried.over().id())) {
            var award = awards.lock(grant);
            award.carryOver(carried.open().id());
            timeline.record(award, AwardTransition.CARRY_OVER, carried.actor(), carried.at());
        }
        serve(carried.open(), carried.at());
    }

    /** Somebody left the queue, or gave back what was committed. */
    @Transactional(TxType.MANDATORY)
    public void serve(AwardEnvelopes.EnvelopePair both, Instant now) {
        serve(both.queue(), now);
        if (!both.queue().equals(both.open())) {
            serve(both.open(), now);
        }
    }

    /** Commits whoever is first, as long as the money lasts. */
    @Transactional(TxType.MANDATORY)
    public void serve(Envelope envelope, Instant now) {
        for (var grant : awards.waitingIn(envelope.id())) {
            var award = awards.lock(grant);
            if (setAsideIfInDebt(award, now)) {
                continue;
            }
            var wanted = versions.wanted(award);
            if (wanted.amount().exceeds(envelope.free())) {
                return;
            }
            if (award.status() == AwardStatus.WAITING) {
                commit(envelope, award, now);
            } else {
                commitMore(envelope, award, wanted, now);
            }
        }
    }

    /** Takes an award out of the queue while its organisation has overdue debt. True when it did. */
    boolean setAsideIfInDebt(Award award, Instant now) {
        if (!awards.inDebt(award.grantee(), HongKong.dayOf(now))) {
            return false;
        }
        var waiting = award.leaveForDebt(versions.wanted(award), now);
        timeline.record(award, AwardTransition.SET_ASIDE, PersonId.SYSTEM, now);
        outbox.append(waiting);
        return true;
    }

    private void commitMore(Envelope envelope, Award award, FundingNeed wanted, Instant now) {
        var amended = award.commitMore(wanted, now);
        var version = versions.newest(award.id());
        versions.takeForce(version);
        envelope.commit(wanted.amount());
        transfers.post(Transfer.commit(
                award.id(), version.number(), envelope.account(), wanted.amount(), HongKong.dayOf(now)));
        inForce.fire(new VersionInForce(award.id(), version.plan(), now));
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
        inForce.fire(new VersionInForce(award.id(), version.plan(), now));
        timeline.record(award, AwardTransition.COMMIT, PersonId.SYSTEM, now);
        outbox.append(committed);
        LOG.infof("grant %s committed from envelope %s", award.id(), envelope.id());
    }
}
