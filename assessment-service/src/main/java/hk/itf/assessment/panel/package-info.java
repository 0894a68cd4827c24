/**
 * The PANEL stage: the agenda of a meeting, declared interests, votes and the recommendation of the panel. Uses meetings,
 * agenda items, review cases and conflicts of interest.
 */
@NullMarked
package hk.itf.assessment.panel;

import org.jspecify.annotations.NullMarked;
