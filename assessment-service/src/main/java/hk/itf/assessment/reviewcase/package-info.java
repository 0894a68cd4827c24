/** Review cases and their tasks: the stages of vetting, clarifications, the pledge. */
@NullMarked
package hk.itf.assessment.reviewcase;

import org.jspecify.annotations.NullMarked;
