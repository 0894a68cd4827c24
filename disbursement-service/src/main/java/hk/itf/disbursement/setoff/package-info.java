/**
 * Set-offs: a receivable of an organisation is recovered from a due tranche of the same organisation. The set-off is a
 * {@code Recovery} and pays the tranche without the bank. The proposal takes the duty PREPARED of the grant, the
 * confirmation the duty RELEASED.
 */
@NullMarked
package hk.itf.disbursement.setoff;

import org.jspecify.annotations.NullMarked;
