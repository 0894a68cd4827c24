/**
 * What applicants have filed, and the comparison with a decision about it. applications-service compares a decision with its own rows,
 * disbursement-service with what it was told.
 */
@NullMarked
package hk.itf.model.filing;

import org.jspecify.annotations.NullMarked;
