/**
 * Envelopes: the money of one scheme in one financial year. Confirmed top-ups add money; awards commit from it; a
 * carry-over moves the free amount and the queue to the open year. Top-ups and carry-overs need four eyes ({@code
 * proposal}). Changes post to {@code ledger}; observers in {@code commitment} serve the queue.
 */
@NullMarked
package hk.itf.disbursement.envelope;

import org.jspecify.annotations.NullMarked;
