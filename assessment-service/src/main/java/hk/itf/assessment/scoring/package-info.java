/** Scored stages: eligibility outcomes, score sheets and their tally. Uses the held task and the route of the case. */
@NullMarked
package hk.itf.assessment.scoring;

import org.jspecify.annotations.NullMarked;
