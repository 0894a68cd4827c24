/** One duty per person and grant: taken by use cases of this service, learnt from the events of the others. */
@NullMarked
package hk.itf.infra.duty;

import org.jspecify.annotations.NullMarked;
