/** Changes to a running award. */
@NullMarked
package hk.itf.applications.amendment;

import org.jspecify.annotations.NullMarked;
