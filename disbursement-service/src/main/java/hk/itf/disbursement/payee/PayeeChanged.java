package hk.itf.disbursement.payee;

import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import java.time.Instant;

/**
 * An organisation filed new bank details. Observers run in the same transaction, under the organisation's payee lock.
 */
public record PayeeChanged(OrganisationId organisation, int number, PersonId actor, Instant at) {}
