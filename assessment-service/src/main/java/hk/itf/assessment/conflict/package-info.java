/** Conflicts of interest, as people declare them: in an organisation, or in one grant. */
@NullMarked
package hk.itf.assessment.conflict;

import org.jspecify.annotations.NullMarked;
