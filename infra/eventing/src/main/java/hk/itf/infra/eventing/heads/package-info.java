/**
 * Compares the streams of two services: each publishes the heads of its streams, the others look whether they have applied as much. It
 * finds the loss of last events, which leaves no gap.
 */
@NullMarked
package hk.itf.infra.eventing.heads;

import org.jspecify.annotations.NullMarked;
