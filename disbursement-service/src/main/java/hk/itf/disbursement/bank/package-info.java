/** TODO-ROOM. */
@NullMarked
package hk.itf.disbursement.bank;

import org.jspecify.annotations.NullMarked;
