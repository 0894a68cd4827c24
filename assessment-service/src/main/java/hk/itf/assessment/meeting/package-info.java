/** TODO-ROOM. */
@NullMarked
package hk.itf.assessment.meeting;

import org.jspecify.annotations.NullMarked;
