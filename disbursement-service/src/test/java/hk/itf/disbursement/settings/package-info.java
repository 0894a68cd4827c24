/** What the running service is really set to. */
@NullMarked
package hk.itf.disbursement.settings;

import org.jspecify.annotations.NullMarked;
