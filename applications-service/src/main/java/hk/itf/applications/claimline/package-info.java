/** TODO-ROOM. */
@NullMarked
package hk.itf.applications.claimline;

import org.jspecify.annotations.NullMarked;
