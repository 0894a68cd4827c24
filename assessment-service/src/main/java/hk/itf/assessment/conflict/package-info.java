/** Declared conflicts of interest, in an organisation or in one grant. */
@NullMarked
package hk.itf.assessment.conflict;

import org.jspecify.annotations.NullMarked;
