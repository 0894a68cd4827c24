/**
 * How services tell each other facts: an outbox and its relay on one side, one event loop on the other. The only
 * package that speaks Kafka.
 */
@NullMarked
package hk.itf.infra.eventing;

import org.jspecify.annotations.NullMarked;
