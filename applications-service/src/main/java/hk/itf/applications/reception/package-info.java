/** Events of the other services, handed to use cases. */
@NullMarked
package hk.itf.applications.reception;

import org.jspecify.annotations.NullMarked;
