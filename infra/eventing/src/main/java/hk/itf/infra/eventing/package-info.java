/**
 * The exchange of events between services: an outbox with its relay to send events, an event loop with its inbox to
 * receive them. Only this package uses Kafka.
 */
@NullMarked
package hk.itf.infra.eventing;

import org.jspecify.annotations.NullMarked;
