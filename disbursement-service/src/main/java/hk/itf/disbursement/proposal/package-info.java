/**
 * Four eyes: a {@link Proposal} is made by one person, then confirmed by another or withdrawn. Top-ups, carry-overs and
 * recoveries embed it. The room uses no other room.
 */
@NullMarked
package hk.itf.disbursement.proposal;

import org.jspecify.annotations.NullMarked;
