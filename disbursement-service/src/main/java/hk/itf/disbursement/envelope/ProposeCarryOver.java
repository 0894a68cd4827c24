package hk.itf.disbursement.envelope;

import static hk.itf.model.NamedValue.value;

import hk.itf.infra.clock.HongKong;
import hk.itf.model.DomainException;
import hk.itf.model.calendar.FinancialYear;
import hk.itf.model.id.EnvelopeId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.Uuids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Proposes a carry-over. No money moves before another person confirms. */
@ApplicationScoped
class ProposeCarryOver {

    private static final Logger LOG = Logger.getLogger(ProposeCarryOver.class);

    record Command(EnvelopeId envelope, String reason, PersonId actor) {}

    private final Envelopes envelopes;
    private final CarryOvers carryOvers;
    private final EnvelopeQueries queries;
    private final Clock clock;

    ProposeCarryOver(Envelopes envelopes, CarryOvers carryOvers, EnvelopeQueries queries, Clock clock) {
        this.envelopes = envelopes;
        this.carryOvers = carryOvers;
        this.queries = queries;
        this.clock = clock;
    }

    /** @throws DomainException {@code year-not-over}, {@code carry-over-proposed}, {@code nothing-to-carry-over} */
    @Transactional
    EnvelopeView handle(Command command) {
        var now = clock.instant();
        var envelope = envelopes.lock(command.envelope());
        if (!envelope.year().isBefore(FinancialYear.of(HongKong.dayOf(now)))) {
            throw DomainException.conflict(
                    "year-not-over", value("year", envelope.year().label()));
        }
        if (carryOvers.isProposed(envelope.id())) {
            throw DomainException.conflict(
                    "carry-over-proposed", value("year", envelope.year().label()));
        }
        if (envelope.free().isZero() && envelopes.queueLength(envelope.id()) == 0) {
            throw DomainException.conflict(
                    "nothing-to-carry-over", value("year", envelope.year().label()));
        }
        var carryOver =
                new CarryOver(Uuids.next(), envelope.id(), command.reason().strip(), command.actor(), now);
        carryOvers.add(carryOver);
        LOG.infof("carry-over %s of envelope %s proposed by %s", carryOver.id(), envelope.id(), command.actor());
        return queries.get(envelope.id());
    }
}
