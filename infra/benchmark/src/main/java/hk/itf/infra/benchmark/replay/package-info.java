/** The replay of the whole fund: all its projects from application to final payment, over the public APIs. */
@NullMarked
package hk.itf.infra.benchmark.replay;

import org.jspecify.annotations.NullMarked;
