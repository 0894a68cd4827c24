/** The settings of the running service. */
@NullMarked
package hk.itf.assessment.settings;

import org.jspecify.annotations.NullMarked;
