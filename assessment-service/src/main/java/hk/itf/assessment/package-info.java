/** assessment-service: review cases, the review queue, scores, panels and decisions. */
@NullMarked
package hk.itf.assessment;

import org.jspecify.annotations.NullMarked;
