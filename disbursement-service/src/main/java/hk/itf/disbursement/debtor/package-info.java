/** TODO-ROOM. */
@NullMarked
package hk.itf.disbursement.debtor;

import org.jspecify.annotations.NullMarked;
