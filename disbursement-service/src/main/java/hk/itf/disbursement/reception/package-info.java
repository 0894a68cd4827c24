/**
 * Reception of events from applications-service and assessment-service. Each consumer names every event of its family
 * and calls the use case for the event. Only this room knows all other rooms.
 */
@NullMarked
package hk.itf.disbursement.reception;

import org.jspecify.annotations.NullMarked;
