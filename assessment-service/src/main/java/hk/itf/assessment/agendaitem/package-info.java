/** TODO-ROOM. */
@NullMarked
package hk.itf.assessment.agendaitem;

import org.jspecify.annotations.NullMarked;
