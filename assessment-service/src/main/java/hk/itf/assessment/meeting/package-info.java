/**
 * Panel meetings, from their scheduling to their closing or cancellation, with attendance and the papers of members. Uses
 * agenda items and review cases.
 */
@NullMarked
package hk.itf.assessment.meeting;

import org.jspecify.annotations.NullMarked;
