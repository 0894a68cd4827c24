/** Conflicts of interest, as people declare them. */
@NullMarked
package hk.itf.assessment.conflict;

import org.jspecify.annotations.NullMarked;
