/**
 * The ledger: append-only transfers between ledger accounts, and the books computed from them. Every room of the
 * service may use the ledger, and the ledger uses no other room.
 */
@NullMarked
package hk.itf.disbursement.ledger;

import org.jspecify.annotations.NullMarked;
