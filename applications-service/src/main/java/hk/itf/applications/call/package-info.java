/** Calls: the periods in which a scheme accepts applications. */
@NullMarked
package hk.itf.applications.call;

import org.jspecify.annotations.NullMarked;
