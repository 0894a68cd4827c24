/** The operations that only operators may use: parked events, pausing the intake of a topic, republication. */
@NullMarked
package hk.itf.infra.eventing.operations;

import org.jspecify.annotations.NullMarked;
