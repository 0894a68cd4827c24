/** The CLAIM_VETTING stage: claims are accepted line by line, or rejected. Uses the held task and the route of the case. */
@NullMarked
package hk.itf.assessment.claimvetting;

import org.jspecify.annotations.NullMarked;
