/** The submission of applications, and their resubmission after a clarification. Uses schemes, calls, organisations and allowances. */
@NullMarked
package hk.itf.applications.submission;

import org.jspecify.annotations.NullMarked;
