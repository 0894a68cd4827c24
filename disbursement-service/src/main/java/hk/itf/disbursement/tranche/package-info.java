/**
 * Tranches: their gates, their money, and the path from scheduled to prepared. A scheduled tranche becomes due when its
 * gates are met. One person prepares a due tranche, or returns a prepared one to due. The aggregate is {@link Tranche}.
 * {@link PaymentReadinessCheck} reads the rooms {@code hold}, {@code payee} and {@code dutyconflict}.
 */
@NullMarked
package hk.itf.disbursement.tranche;

import org.jspecify.annotations.NullMarked;
