package hk.itf.disbursement.bank;

import hk.itf.infra.production.Production;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import org.jboss.logging.Logger;

/** Connects the service to the simulated bank, and in production to none: a simulation must never pay real grants. */
@ApplicationScoped
class BankConnection {

    private static final Logger LOG = Logger.getLogger(BankConnection.class);

    @Produces
    @ApplicationScoped
    PaymentGateway connect(BankSettings settings) {
        if (Production.isActive()) {
            LOG.warn("No bank is configured. Releases of payments are refused.");
            return new NoBank();
        }
        return new SimulatedBank(settings);
    }

    void disconnect(@Disposes PaymentGateway bank) {
        if (bank instanceof SimulatedBank simulated) {
            simulated.close();
        }
    }
}
