/** Panels: meetings, their agenda, declared interests, attendance, votes, and what the panel recommends. */
@NullMarked
package hk.itf.assessment.panel;

import org.jspecify.annotations.NullMarked;
