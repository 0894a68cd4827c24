/**
 * The timeline of a grant: one row for every transition, with actor and fingerprints of the aggregate before and after.
 * Aggregates on the timeline extend {@link hk.itf.infra.timeline.TrackedAggregate}.
 */
@NullMarked
package hk.itf.infra.timeline;

import org.jspecify.annotations.NullMarked;
