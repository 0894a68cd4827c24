package hk.itf.disbursement.envelope;

import hk.itf.infra.http.Actor;
import hk.itf.model.id.EnvelopeId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Withdraws a carry-over before its confirmation. No money has moved. */
@ApplicationScoped
class WithdrawCarryOver {

    private static final Logger LOG = Logger.getLogger(WithdrawCarryOver.class);

    record Command(EnvelopeId envelope, UUID carryOver, String reason, Actor actor) {}

    private final Envelopes envelopes;
    private final CarryOvers carryOvers;
    private final EnvelopeQueries queries;
    private final Clock clock;

    WithdrawCarryOver(Envelopes envelopes, CarryOvers carryOvers, EnvelopeQueries queries, Clock clock) {
        this.envelopes = envelopes;
        this.carryOvers = carryOvers;
        this.queries = queries;
        this.clock = clock;
    }

    @Transactional
    EnvelopeView handle(Command command) {
        var envelope = envelopes.lock(command.envelope());
        carryOvers
                .of(envelope.id(), command.carryOver())
                .withdraw(command.reason().strip(), command.actor(), clock.instant());
        LOG.infof(
                "carry-over %s of envelope %s withdrawn by %s",
                command.carryOver(), envelope.id(), command.actor().person());
        return queries.get(envelope.id());
    }
}
