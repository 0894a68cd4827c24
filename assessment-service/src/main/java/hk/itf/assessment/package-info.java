/** Vetting: who looks at what, what they found, and what was decided. */
@NullMarked
package hk.itf.assessment;

import org.jspecify.annotations.NullMarked;
