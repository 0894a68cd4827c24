package hk.itf.disbursement.payee;

import hk.itf.model.id.OrganisationId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One row an organisation, there to be locked: a change of bank details and a release exclude each other. */
@Entity
@Table(name = "payee_account")
class PayeeAccount {

    @Id
    @Column(name = "organisation")
    private UUID organisation;

    @Column(name = "newest", nullable = false)
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
