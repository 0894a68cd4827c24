/**
 * Receivables: money that a grantee owes back, and the recoveries that settle it. The aggregate is {@link Receivable}:
 * open, then settled or cancelled. Recoveries need four eyes ({@code proposal}). A recovery returns money to the {@code
 * envelope} of the open year and posts to {@code ledger}. Set-offs are in {@code setoff}, reminders and debtor lists in
 * {@code debtor}.
 */
@NullMarked
package hk.itf.disbursement.receivable;

import org.jspecify.annotations.NullMarked;
