/** Events of the other services, and what they mean here. */
@NullMarked
package hk.itf.assessment.reception;

import org.jspecify.annotations.NullMarked;
