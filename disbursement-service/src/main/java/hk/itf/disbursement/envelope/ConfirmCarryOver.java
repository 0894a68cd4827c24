package hk.itf.disbursement.envelope;

import hk.itf.disbursement.ledger.Transfer;
import hk.itf.disbursement.ledger.Transfers;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.http.EntityVersion;
import hk.itf.model.id.EnvelopeId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Confirms a carry-over. The free amount and the waiting awards move to the open year, where the queue is served in
 * recorded order.
 */
@ApplicationScoped
class ConfirmCarryOver {

    private static final Logger LOG = Logger.getLogger(ConfirmCarryOver.class);

    /** @param expected the version of the envelope that was read, so that no unseen amount is confirmed */
    record Command(EnvelopeId envelope, UUID carryOver, EntityVersion expected, PersonId actor) {}

    private final Envelopes envelopes;
    private final CarryOvers carryOvers;
    private final Transfers transfers;
    private final Event<EnvelopeCarriedOver> carriedOver;
    private final EnvelopeQueries queries;
    private final Clock clock;

    ConfirmCarryOver(
            Envelopes envelopes,
            CarryOvers carryOvers,
            Transfers transfers,
            Event<EnvelopeCarriedOver> carriedOver,
            EnvelopeQueries queries,
            Clock clock) {
        this.envelopes = envelopes;
        this.carryOvers = carryOvers;
        this.transfers = transfers;
        this.carriedOver = carriedOver;
        this.queries = queries;
        this.clock = clock;
    }

    @Transactional
    EnvelopeView handle(Command command) {
        var now = clock.instant();
        var ended = envelopes.lock(command.envelope());
        var carryOver = carryOvers.of(ended.id(), command.carryOver());
        command.expected().require(ended.version());
        var open = envelopes.lockOpen(ended.scheme(), now);
        carryOver.confirm(open.id(), ended.free(), envelopes.queueLength(ended.id()), command.actor(), now);
        var carried = ended.carryOverTo(open);
        if (carried.isPositive()) {
            transfers.post(
                    Transfer.carryOver(carryOver.id(), ended.account(), open.account(), carried, HongKong.dayOf(now)));
        }
        LOG.infof("carry-over %s of envelope %s confirmed by %s", carryOver.id(), ended.id(), command.actor());
        carriedOver.fire(new EnvelopeCarriedOver(ended, open, command.actor(), now));
        return queries.get(ended.id());
    }
}
