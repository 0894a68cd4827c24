/** TODO-ROOM. */
@NullMarked
package hk.itf.disbursement.settlement;

import org.jspecify.annotations.NullMarked;
