/** TODO-ROOM. */
@NullMarked
package hk.itf.applications.progress;

import org.jspecify.annotations.NullMarked;
