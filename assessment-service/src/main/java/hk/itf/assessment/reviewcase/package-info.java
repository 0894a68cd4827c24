/**
 * The aggregate {@code ReviewCase}: the vetting of one application, claim or amendment from its submission to its outcome.
 * Holds its stages, vetting routes, clarifications and the pledge. Uses no other room.
 */
@NullMarked
package hk.itf.assessment.reviewcase;

import org.jspecify.annotations.NullMarked;
