/** What grantees owe back, by whom and since when, and how it comes back. */
@NullMarked
package hk.itf.disbursement.receivable;

import org.jspecify.annotations.NullMarked;
