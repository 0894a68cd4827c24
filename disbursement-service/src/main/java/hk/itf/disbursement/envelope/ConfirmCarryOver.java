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
 * Another fund-controller confirms the end of a year, for the envelope as they read it: what is free goes on to the year
 * that is open, and so does whoever waits, who is served there in the order in which everybody was recorded.
 */
@ApplicationScoped
class ConfirmCarryOver {

    private static final Logger LOG = Logger.getLogger(ConfirmCarryOver.class);

    /** @param expected the version of the envelope that was read: another amount is not confirmed unseen */
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
        var over = envelopes.lock(command.envelope());
        var carryOver = carryOvers.of(over.id(), command.carryOver());
        command.expected().require(over.version());
        var open = envelopes.lockOpen(over.scheme(), now);
        carryOver.confirm(open.id(), over.free(), envelopes.queueOf(over.id()), command.actor(), now);
        var carried = over.carryOverTo(open);
        if (carried.isPositive()) {
            transfers.post(
                    Transfer.carryOver(carryOver.id(), over.account(), open.account(), carried, HongKong.dayOf(now)));
        }
        LOG.infof("carry-over %s of envelope %s confirmed by %s", carryOver.id(), over.id(), command.actor());
        carriedOver.fire(new EnvelopeCarriedOver(over, open, command.actor(), now));
        return queries.get(over.id());
    }
}
