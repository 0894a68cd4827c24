/**
 * Allowances: the reservations of grants against the limits of their schemes, counted under a lock. A reservation is made
 * at submission, lowered or shortened when the award changes, and cancelled when the grant gets no money. Uses no other room.
 */
@NullMarked
package hk.itf.applications.allowance;

import org.jspecify.annotations.NullMarked;
