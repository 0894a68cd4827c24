/** The values and events that all services share. Services depend on this module; it depends on no service. */
@NullMarked
package hk.itf.model;

import org.jspecify.annotations.NullMarked;
