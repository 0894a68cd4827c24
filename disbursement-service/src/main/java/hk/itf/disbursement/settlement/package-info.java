/**
 * Settlement: everything that changes what a scheduled award pays. Accepted claims, advances, accounts, claim
 * deadlines, bounces and overdue reports settle tranches. When all tranches are paid or cancelled, awards close or
 * their termination completes. The room has no aggregate of its own. It changes tranches, awards and envelopes, raises
 * receivables and places holds.
 */
@NullMarked
package hk.itf.disbursement.settlement;

import org.jspecify.annotations.NullMarked;
