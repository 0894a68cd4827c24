/** What the running service is really set to. */
@NullMarked
package hk.itf.applications.settings;

import org.jspecify.annotations.NullMarked;
