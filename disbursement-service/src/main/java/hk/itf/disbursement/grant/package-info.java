/** One grant as a whole, and the laws of money over all of them: for reading alone. */
@NullMarked
package hk.itf.disbursement.grant;

import org.jspecify.annotations.NullMarked;
