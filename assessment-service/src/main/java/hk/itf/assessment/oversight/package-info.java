/** What the secretariat keeps an eye on: who has how much to do, and who has not answered. */
@NullMarked
package hk.itf.assessment.oversight;

import org.jspecify.annotations.NullMarked;
