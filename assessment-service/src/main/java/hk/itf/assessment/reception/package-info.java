/**
 * The consumers of the other services' events. They pass each event to the act of {@code caseroute} or {@code scheme} that
 * applies the event; events without effect here are applied at once.
 */
@NullMarked
package hk.itf.assessment.reception;

import org.jspecify.annotations.NullMarked;
