/** TODO-ROOM. */
@NullMarked
package hk.itf.assessment.caseroute;

import org.jspecify.annotations.NullMarked;
