/** The settings of the running service. */
@NullMarked
package hk.itf.disbursement.settings;

import org.jspecify.annotations.NullMarked;
