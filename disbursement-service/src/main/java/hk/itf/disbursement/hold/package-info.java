/**
 * Holds: orders that stop preparation and release for a tranche, an award or an organisation. A hold is active from
 * placing to lifting. People place holds, and an overdue report places one by itself.
 */
@NullMarked
package hk.itf.disbursement.hold;

import org.jspecify.annotations.NullMarked;
