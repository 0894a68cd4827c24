/**
 * Commitment of awards: an approval becomes an award, waits in the funding queue of its envelope and is committed,
 * increased, resumed after a debt or voided. The room changes the aggregates of {@code award} and {@code envelope} and
 * posts to {@code ledger}; it has no aggregate of its own.
 */
@NullMarked
package hk.itf.disbursement.commitment;

import org.jspecify.annotations.NullMarked;
