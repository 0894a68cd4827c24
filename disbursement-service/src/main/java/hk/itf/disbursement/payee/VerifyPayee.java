package hk.itf.disbursement.payee;

import static hk.itf.model.NamedValue.value;

import hk.itf.disbursement.DisbursementSettings;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.eventing.Outbox;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Verifies bank details against evidence and starts their cool-off. The verifier must not be the filer. The command
 * takes no If-Match, because the details of a version never change.
 */
@ApplicationScoped
class VerifyPayee {

    private static final int LONGEST_EVIDENCE = 1000;

    record Command(OrganisationId organisation, int number, String evidence, PersonId actor) {}

    private final Payees payees;
    private final Outbox outbox;
    private final DisbursementSettings settings;
    private final Clock clock;

    VerifyPayee(Payees payees, Outbox outbox, DisbursementSettings settings, Clock clock) {
        this.payees = payees;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    PayeeView handle(Command command) {
        if (command.evidence().isBlank() || command.evidence().length() > LONGEST_EVIDENCE) {
            throw DomainException.invalidFields(
                    List.of(Violation.of("/evidence", "wrong-length.characters", value("max", LONGEST_EVIDENCE))));
        }
        var now = clock.instant();
        payees.lock(command.organisation());
        var payee = payees.of(command.organisation(), command.number());
        outbox.append(payee.verify(
                command.evidence().strip(), command.actor(), now, coolsOff(now, settings.payeeCoolOffWorkingDays())));
        return payee.view();
    }

    /** The end of the cool-off: the same time of day after the given number of Hong Kong working days. */
    static Instant coolsOff(Instant verified, int workingDays) {
        return workingDays == 0 ? verified : HongKong.plusWorkingDays(verified, workingDays);
    }
}
