package hk.itf.disbursement.envelope;

import hk.itf.disbursement.ledger.Transfer;
import hk.itf.disbursement.ledger.Transfers;
import hk.itf.infra.clock.HongKong;
import hk.itf.model.id.EnvelopeId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Confirms a top-up, moves its money and serves the waiting awards in order. The operation takes no If-Match, because a
 * proposal never changes.
 */
@ApplicationScoped
class ConfirmTopUp {

    private static final Logger LOG = Logger.getLogger(ConfirmTopUp.class);

    record Command(EnvelopeId envelope, UUID topUp, PersonId actor) {}

    private final Envelopes envelopes;
    private final TopUps topUps;
    private final Transfers transfers;
    private final Event<FundsArrived> fundsArrived;
    private final EnvelopeQueries queries;
    private final Clock clock;

    ConfirmTopUp(
            Envelopes envelopes,
            TopUps topUps,
            Transfers transfers,
            Event<FundsArrived> fundsArrived,
            EnvelopeQueries queries,
            Clock clock) {
        this.envelopes = envelopes;
        this.topUps = topUps;
        this.transfers = transfers;
        this.fundsArrived = fundsArrived;
        this.queries = queries;
        this.clock = clock;
    }

    @Transactional
    EnvelopeView handle(Command command) {
        var now = clock.instant();
        var envelope = envelopes.lock(command.envelope());
        var topUp = topUps.of(command.envelope(), command.topUp());
        topUp.confirm(command.actor(), now);
        envelope.appropriate(topUp.amount());
        transfers.post(Transfer.topUp(topUp.id(), envelope.account(), topUp.amount(), HongKong.dayOf(now)));
        LOG.infof("top-up %s of envelope %s confirmed by %s", topUp.id(), envelope.id(), command.actor());
        fundsArrived.fire(new FundsArrived(envelope, now));
        return queries.get(envelope.id());
    }
}
