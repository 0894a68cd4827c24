/** TODO-ROOM. */
@NullMarked
package hk.itf.assessment.reviewtask;

import org.jspecify.annotations.NullMarked;
