/** TODO-ROOM. */
@NullMarked
package hk.itf.applications.submission;

import org.jspecify.annotations.NullMarked;
