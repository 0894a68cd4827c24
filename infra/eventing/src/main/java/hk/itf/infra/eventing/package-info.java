/**
 * The exchange of events between services: an outbox with its relay to send events, and what a consumer of events implements. Package
 * {@code inbox} receives them. Only these packages use Kafka.
 */
@NullMarked
package hk.itf.infra.eventing;

import org.jspecify.annotations.NullMarked;
