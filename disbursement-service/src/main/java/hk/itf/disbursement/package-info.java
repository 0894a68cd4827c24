/** The money: envelopes, awards and their tranches, payees, payments and the books. */
@NullMarked
package hk.itf.disbursement;

import org.jspecify.annotations.NullMarked;
