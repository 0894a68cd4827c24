/** The review queue: taking tasks, leases, handing back, recusal and reassignment. Uses review tasks and cases. */
@NullMarked
package hk.itf.assessment.queue;

import org.jspecify.annotations.NullMarked;
