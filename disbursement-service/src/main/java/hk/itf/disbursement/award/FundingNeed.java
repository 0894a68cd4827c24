package hk.itf.disbursement.award;

import hk.itf.model.money.Money;

/**
 * The amount that a waiting award version needs from its envelope.
 *
 * @param version number of the version that waits
 * @param amount full amount of the first version; the increase of a later version
 */
public record FundingNeed(int version, Money amount) {}
