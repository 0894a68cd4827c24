/** TODO-ROOM. */
@NullMarked
package hk.itf.disbursement.commitment;

import org.jspecify.annotations.NullMarked;
