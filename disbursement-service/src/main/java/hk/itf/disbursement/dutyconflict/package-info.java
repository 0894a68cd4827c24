/**
 * Duty conflicts: one person holds two duties of one grant. While a conflict is open, no payment of the grant is
 * prepared or released. A conflict ends when the act is undone or two other people confirm it. The aggregate is {@link
 * DutyConflict}.
 */
@NullMarked
package hk.itf.disbursement.dutyconflict;

import org.jspecify.annotations.NullMarked;
