/** Agenda items of panel meetings, with the declared interests and votes of their participants. */
@NullMarked
package hk.itf.assessment.agendaitem;

import org.jspecify.annotations.NullMarked;
