/** The COMPLETENESS stage, and requests for clarification from any stage. Uses the held task and the route of the case. */
@NullMarked
package hk.itf.assessment.completeness;

import org.jspecify.annotations.NullMarked;
