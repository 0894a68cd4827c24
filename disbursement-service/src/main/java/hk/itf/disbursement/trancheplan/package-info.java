/** TODO-ROOM. */
@NullMarked
package hk.itf.disbursement.trancheplan;

import org.jspecify.annotations.NullMarked;
