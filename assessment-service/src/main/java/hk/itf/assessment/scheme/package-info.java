/** The scheme versions that applications-service published, for the cases of this service. */
@NullMarked
package hk.itf.assessment.scheme;

import org.jspecify.annotations.NullMarked;
