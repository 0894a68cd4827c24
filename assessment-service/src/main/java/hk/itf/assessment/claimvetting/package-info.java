/** Claims, vetted line by line. */
@NullMarked
package hk.itf.assessment.claimvetting;

import org.jspecify.annotations.NullMarked;
