package hk.itf.disbursement.envelope;

import hk.itf.infra.http.Actor;
import hk.itf.model.id.EnvelopeId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Withdraws a top-up before its confirmation. The operation takes no If-Match, because a proposal never changes. */
@ApplicationScoped
class WithdrawTopUp {

    private static final Logger LOG = Logger.getLogger(WithdrawTopUp.class);

    record Command(EnvelopeId envelope, UUID topUp, String reason, Actor actor) {}

    private final Envelopes envelopes;
    private final TopUps topUps;
    private final EnvelopeQueries queries;
    private final Clock clock;

    WithdrawTopUp(Envelopes envelopes, TopUps topUps, EnvelopeQueries queries, Clock clock) {
        this.envelopes = envelopes;
        this.topUps = topUps;
        this.queries = queries;
        this.clock = clock;
    }

    @Transactional
    EnvelopeView handle(Command command) {
        var envelope = envelopes.lock(command.envelope());
        topUps.of(command.envelope(), command.topUp())
                .withdraw(command.reason().strip(), command.actor(), clock.instant());
        LOG.infof(
                "top-up %s of envelope %s withdrawn by %s",
                command.topUp(), envelope.id(), command.actor().person());
        return queries.get(envelope.id());
    }
}
