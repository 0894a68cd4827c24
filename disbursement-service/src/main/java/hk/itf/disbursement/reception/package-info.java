/** The events of the other services, each named and handed to its use case. */
@NullMarked
package hk.itf.disbursement.reception;

import org.jspecify.annotations.NullMarked;
