/** TODO-ROOM. */
@NullMarked
package hk.itf.applications.grant;

import org.jspecify.annotations.NullMarked;
