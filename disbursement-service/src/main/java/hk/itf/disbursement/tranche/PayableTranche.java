package hk.itf.disbursement.tranche;

import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;

/**
 * A due tranche that can be prepared now.
 *
 * @param version the entity version that was read
 * @param payableByBank the payable amount that is not set off
 */
public record PayableTranche(TrancheId id, int version, Money payableByBank) {}
