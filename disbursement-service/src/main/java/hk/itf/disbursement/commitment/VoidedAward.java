package hk.itf.disbursement.commitment;

import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import java.time.Instant;

/** An award was voided: whatever was scheduled is off. Observed in the same transaction, under the lock of the award. */
public record VoidedAward(GrantId grant, PersonId actor, Instant at) {}
