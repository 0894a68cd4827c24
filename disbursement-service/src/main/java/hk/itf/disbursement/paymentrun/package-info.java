/** Paying what is due in one go, by the same acts and under the same rules as tranche by tranche. */
@NullMarked
package hk.itf.disbursement.paymentrun;

import org.jspecify.annotations.NullMarked;
