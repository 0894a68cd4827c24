/**
 * The common part of all HTTP interfaces: problem documents, entity versions, pages, the actor, correlation ids and
 * request limits. Strict reading is in {@code input}, idempotency keys in {@code idempotency}.
 */
@NullMarked
package hk.itf.infra.http;

import org.jspecify.annotations.NullMarked;
