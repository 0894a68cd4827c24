/**
 * The DECISION stage: an authority approves or declines an application or an amendment. Uses the scores, the panel's
 * recommendation and the route of the case.
 */
@NullMarked
package hk.itf.assessment.decision;

import org.jspecify.annotations.NullMarked;
