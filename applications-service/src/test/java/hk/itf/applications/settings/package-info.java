/** The settings of the running service. */
@NullMarked
package hk.itf.applications.settings;

import org.jspecify.annotations.NullMarked;
