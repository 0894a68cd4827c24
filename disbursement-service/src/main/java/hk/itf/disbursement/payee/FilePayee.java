package hk.itf.disbursement.payee;

import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import hk.itf.model.id.OrganisationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Files bank details of an organisation. The version before is superseded, and prepared tranches return to due. */
@ApplicationScoped
class FilePayee {

    private static final Logger LOG = Logger.getLogger(FilePayee.class);

    record Command(OrganisationId organisation, BankDetails details, Actor actor) {}

    private final Payees payees;
    private final Event<PayeeChanged> changed;
    private final Clock clock;

    FilePayee(Payees payees, Event<PayeeChanged> changed, Clock clock) {
        this.payees = payees;
        this.changed = changed;
        this.clock = clock;
    }

    @Transactional
    PayeeView handle(Command command) {
        var organisation = command.organisation();
        if (!command.actor().organisations().contains(organisation)) {
            throw DomainException.notFound("organisation");
        }
        var now = clock.instant();
        var account = payees.lockOrCreate(organisation);
        if (account.newest() > 0) {
            payees.of(organisation, account.newest()).supersede();
        }
        var payee = new Payee(
                organisation,
                account.nextNumber(),
                command.details(),
                command.actor().person(),
                now);
        payees.add(payee);
        LOG.infof(
                "organisation %s: bank details %d filed by %s",
                organisation, account.newest(), command.actor().person());
        changed.fire(
                new PayeeChanged(organisation, account.newest(), command.actor().person(), now));
        return payee.view();
    }
}
