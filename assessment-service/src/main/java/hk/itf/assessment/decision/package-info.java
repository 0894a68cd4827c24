/** Decisions on applications and amendments by the authority their amount asks for. */
@NullMarked
package hk.itf.assessment.decision;

import org.jspecify.annotations.NullMarked;
