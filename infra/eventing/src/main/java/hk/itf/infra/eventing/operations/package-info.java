/**
 * What operators see and do: start and health of the exchange of events, parked events, records set aside, pausing the
 * intake of a topic, republication.
 */
@NullMarked
package hk.itf.infra.eventing.operations;

import org.jspecify.annotations.NullMarked;
