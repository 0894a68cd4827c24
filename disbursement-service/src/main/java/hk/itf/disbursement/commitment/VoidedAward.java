package hk.itf.disbursement.commitment;

import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import java.time.Instant;

/**
 * An award was voided, so its scheduled tranches must be cancelled. Observed in the same transaction, under the lock of
 * the award.
 */
public record VoidedAward(GrantId grant, PersonId actor, Instant at) {}
