/** Calls: when a scheme takes applications, where its file says that it takes them in calls. */
@NullMarked
package hk.itf.applications.call;

import org.jspecify.annotations.NullMarked;
