/**
 * The disbursement service: envelopes, awards, tranches, bank details, payments, receivables and the ledger. This package
 * holds the settings of the service; each room has a package of its own.
 */
@NullMarked
package hk.itf.disbursement;

import org.jspecify.annotations.NullMarked;
