package hk.itf.disbursement.payee;

import hk.itf.model.id.OrganisationId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * The lock row of an organisation. Filing bank details and releasing a tranche both lock the row, so one waits for the
 * other. The row also counts the versions of the bank details.
 */
@Entity
@Table(name = "payee_account")
class PayeeLock {

    @Id
    private UUID organisation;

    private int newest;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected PayeeLock() {}

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
