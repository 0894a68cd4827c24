/** The scheme versions that cases are judged by, as applications-service published them. */
@NullMarked
package hk.itf.assessment.scheme;

import org.jspecify.annotations.NullMarked;
