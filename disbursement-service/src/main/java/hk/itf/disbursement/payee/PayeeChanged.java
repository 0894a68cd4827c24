package hk.itf.disbursement.payee;

import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import java.time.Instant;

/** An organisation filed new bank details. Observed in the same transaction, under the lock of its payee row. */
public record PayeeChanged(OrganisationId organisation, int number, PersonId actor, Instant at) {}
