/** The events of the three services, as sealed families of records, and their JSON codec. */
@NullMarked
package hk.itf.model.event;

import org.jspecify.annotations.NullMarked;
