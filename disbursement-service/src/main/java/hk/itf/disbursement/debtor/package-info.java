/**
 * Debtors: what each organisation owes on a day, and reminders of overdue receivables. The room reads the ledger and
 * the tables of {@code receivable} and adds reminders there; it has no aggregate of its own.
 */
@NullMarked
package hk.itf.disbursement.debtor;

import org.jspecify.annotations.NullMarked;
