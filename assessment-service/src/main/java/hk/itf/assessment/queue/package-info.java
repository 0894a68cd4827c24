/** Who works on what next: taking tasks, leases, handing back, recusal, reassignment. */
@NullMarked
package hk.itf.assessment.queue;

import org.jspecify.annotations.NullMarked;
