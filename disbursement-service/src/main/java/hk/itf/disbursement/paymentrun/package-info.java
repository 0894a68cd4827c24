/**
 * Payment runs: due tranches that are listed, prepared and released together. A line ({@link PaymentLine}) is listed,
 * prepared, released or refused. Each line uses the use cases of {@code tranche} and {@code payment} in a transaction
 * of its own.
 */
@NullMarked
package hk.itf.disbursement.paymentrun;

import org.jspecify.annotations.NullMarked;
