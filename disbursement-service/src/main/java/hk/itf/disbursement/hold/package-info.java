/** Reasons that keep money from leaving: rows that are placed and lifted. */
@NullMarked
package hk.itf.disbursement.hold;

import org.jspecify.annotations.NullMarked;
