/** TODO-ROOM. */
@NullMarked
package hk.itf.assessment.completeness;

import org.jspecify.annotations.NullMarked;
