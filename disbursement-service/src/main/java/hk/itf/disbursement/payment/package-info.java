/**
 * Payments: the release of prepared tranches, the attempts that pay them and the effect of bank answers. The aggregate
 * is {@link Attempt}: instructed, then booked or bounced. The bank is reached through {@code bank}; a bank answer
 * changes {@code tranche}, {@code award} and {@code receivable} and posts to {@code ledger}.
 */
@NullMarked
package hk.itf.disbursement.payment;

import org.jspecify.annotations.NullMarked;
