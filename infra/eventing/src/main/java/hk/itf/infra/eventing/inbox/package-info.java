/**
 * The inbox of a service: the loop that polls the topics, the events that wait or are parked, and the records that are no events. The
 * consumers of a service know nothing of this package.
 */
@NullMarked
package hk.itf.infra.eventing.inbox;

import org.jspecify.annotations.NullMarked;
