/** The books: transfers between accounts, written once. Everything else in the service may use it; it uses nothing. */
@NullMarked
package hk.itf.disbursement.ledger;

import org.jspecify.annotations.NullMarked;
