package hk.itf.disbursement.payee;

import hk.itf.model.id.OrganisationId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** One row an organisation, there to be locked: a change of bank details and a release exclude each other. */
@Entity
class PayeeAccount {

    @Id
    private UUID organisation;

    private int newest;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected PayeeAccount() {}

    int nextNumber() {
        newest++;
        return newest;
    }

    int newest() {
        return newest;
    }

    OrganisationId organisation() {
        return OrganisationId.of(organisation);
    }
}
