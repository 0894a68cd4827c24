/** A sample service with one aggregate and two consumers. Exists in tests only. */
@NullMarked
package hk.itf.infra.eventing.sample;

import org.jspecify.annotations.NullMarked;
