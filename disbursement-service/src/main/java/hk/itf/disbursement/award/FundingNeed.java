package hk.itf.disbursement.award;

import hk.itf.model.money.Money;

/**
 * What an award that waits for funds wants.
 *
 * @param version the version that waits
 * @param amount all of the first version; of a later one, what it promises on top
 */
public record FundingNeed(int version, Money amount) {}
