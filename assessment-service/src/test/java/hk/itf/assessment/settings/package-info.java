/** What the running service is really set to. */
@NullMarked
package hk.itf.assessment.settings;

import org.jspecify.annotations.NullMarked;
