/**
 * Calculates the award version that an amendment proposes, by kind of amendment, and checks it against the pinned rules of
 * the scheme. The room stores nothing: the room amendment keeps the result, and the room allowance the reserved quota.
 */
@NullMarked
package hk.itf.applications.proposal;

import org.jspecify.annotations.NullMarked;
