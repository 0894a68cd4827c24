/** Attempts to pay a tranche, the bank that carries them out, and what becomes of its answers. */
@NullMarked
package hk.itf.disbursement.payment;

import org.jspecify.annotations.NullMarked;
