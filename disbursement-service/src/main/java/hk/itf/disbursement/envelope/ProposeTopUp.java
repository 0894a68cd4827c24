package hk.itf.disbursement.envelope;

import static hk.itf.model.NamedValue.value;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.calendar.FinancialYear;
import hk.itf.model.id.EnvelopeId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.Uuids;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.SchemeId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Proposes a top-up. No money moves before another person confirms. */
@ApplicationScoped
class ProposeTopUp {

    private static final Logger LOG = Logger.getLogger(ProposeTopUp.class);
    private static final int LONGEST_REASON = 500;

    record Command(EnvelopeId envelope, Money amount, String reason, PersonId actor) {}

    /** A top-up by scheme and year. Creates the envelope if it is absent. */
    record OpenCommand(String scheme, String financialYear, Money amount, String reason, PersonId actor) {}

    private final Envelopes envelopes;
    private final TopUps topUps;
    private final EnvelopeQueries queries;
    private final Clock clock;

    ProposeTopUp(Envelopes envelopes, TopUps topUps, EnvelopeQueries queries, Clock clock) {
        this.envelopes = envelopes;
        this.topUps = topUps;
        this.queries = queries;
        this.clock = clock;
    }

    @Transactional
    EnvelopeView handle(OpenCommand command) {
        var faults = faults(command.amount(), command.reason());
        if (!isSchemeId(command.scheme())) {
            faults.add(Violation.of("/scheme", "not-a-scheme"));
        }
        if (!isFinancialYear(command.financialYear())) {
            faults.add(Violation.of("/financialYear", "not-a-year"));
        }
        requireNone(faults);
        var envelope = envelopes.lockFor(SchemeId.of(command.scheme()), new FinancialYear(command.financialYear()));
        return propose(envelope, command.amount(), command.reason(), command.actor());
    }

    @Transactional
    EnvelopeView handle(Command command) {
        requireNone(faults(command.amount(), command.reason()));
        return propose(envelopes.lock(command.envelope()), command.amount(), command.reason(), command.actor());
    }

    private EnvelopeView propose(Envelope envelope, Money amount, String reason, PersonId actor) {
        var topUp = new TopUp(Uuids.next(), envelope.id(), amount, reason.strip(), actor, clock.instant());
        topUps.add(topUp);
        LOG.infof("top-up %s of envelope %s proposed by %s", topUp.id(), envelope.id(), actor);
        return queries.get(envelope.id());
    }

    private static List<Violation> faults(Money amount, String reason) {
        var faults = new ArrayList<Violation>();
        if (!amount.isPositive()) {
            faults.add(Violation.of("/amount", "not-positive.amount"));
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            faults.add(Violation.of("/reason", "wrong-length.characters", value("max", LONGEST_REASON)));
        }
        return faults;
    }

    private static void requireNone(List<Violation> faults) {
        if (!faults.isEmpty()) {
            throw DomainException.invalidFields(faults);
        }
    }

    private static boolean isSchemeId(String text) {
        try {
            return SchemeId.of(text).value().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isFinancialYear(String text) {
        try {
            return new FinancialYear(text).label().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
