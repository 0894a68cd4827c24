/** The duties that people hold for a grant: at most one for each person. */
@NullMarked
package hk.itf.model.duty;

import org.jspecify.annotations.NullMarked;
