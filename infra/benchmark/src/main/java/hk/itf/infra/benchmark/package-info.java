/** The benchmark behind {@code ./itf bench}: its command line, its scenarios in order, and the stack it measures. */
@NullMarked
package hk.itf.infra.benchmark;

import org.jspecify.annotations.NullMarked;
