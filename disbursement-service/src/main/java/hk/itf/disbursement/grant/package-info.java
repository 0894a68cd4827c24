/**
 * Read-only views over a whole grant: the award with its tranches, the timeline, and the laws of money. Reads the rooms
 * {@code award} and {@code tranche}.
 */
@NullMarked
package hk.itf.disbursement.grant;

import org.jspecify.annotations.NullMarked;
