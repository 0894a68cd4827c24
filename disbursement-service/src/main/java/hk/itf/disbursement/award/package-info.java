/** What was promised, in versions: committed in full or waiting in the order it was recorded. */
@NullMarked
package hk.itf.disbursement.award;

import org.jspecify.annotations.NullMarked;
