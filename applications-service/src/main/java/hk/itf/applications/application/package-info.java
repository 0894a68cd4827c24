/** An application from its draft to its end: the largest part of what an applicant does. */
@NullMarked
package hk.itf.applications.application;

import org.jspecify.annotations.NullMarked;
