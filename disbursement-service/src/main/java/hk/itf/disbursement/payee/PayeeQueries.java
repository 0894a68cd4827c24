package hk.itf.disbursement.payee;

import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import hk.itf.model.id.OrganisationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads bank details with masked account numbers. */
@ApplicationScoped
class PayeeQueries {

    private final Payees payees;

    PayeeQueries(Payees payees) {
        this.payees = payees;
    }

    /** Applicants see the bank details of their own organisations. Payee verifiers and auditors see all. */
    @Transactional
    List<PayeeView> of(OrganisationId organisation, Actor actor) {
        if (!actor.hasRole("payee-verifier")
                && !actor.hasRole("auditor")
                && !actor.organisations().contains(organisation)) {
            throw DomainException.notFound("organisation");
        }
        return payees.all(organisation).stream().map(Payee::view).toList();
    }
}
