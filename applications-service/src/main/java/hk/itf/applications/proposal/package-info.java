/** TODO-ROOM. */
@NullMarked
package hk.itf.applications.proposal;

import org.jspecify.annotations.NullMarked;
