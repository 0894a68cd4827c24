/** Idempotency keys: a repeated creation gets the stored response of the first. */
@NullMarked
package hk.itf.infra.http.idempotency;

import org.jspecify.annotations.NullMarked;
