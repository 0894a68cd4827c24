package hk.itf.disbursement.tranche;

import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;

/**
 * A due tranche that nothing stands against.
 *
 * @param version as it was read
 * @param toPay what the bank would pay
 */
public record PayableTranche(TrancheId id, int version, Money toPay) {}
