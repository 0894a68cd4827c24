/** What every HTTP interface of the platform does alike: problems, idempotency, versions, the actor, correlation, limits. */
@NullMarked
package hk.itf.infra.http;

import org.jspecify.annotations.NullMarked;
