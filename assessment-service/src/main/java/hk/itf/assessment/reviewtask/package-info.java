/** Review tasks: the work of one stage for one person, taken under a lease. Uses review cases. */
@NullMarked
package hk.itf.assessment.reviewtask;

import org.jspecify.annotations.NullMarked;
